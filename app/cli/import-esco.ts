import { importVocabulary } from "~/domain/campus/import-vocabulary";
import { removeVocabulary } from "~/domain/campus/remove-vocabulary";
import { ESCO } from "~/domain/campus/vocabulary";
import { compareAnew } from "~/domain/matching/compare-anew";
import { readArgs } from "./args";
import type { Command } from "./commands";
import type { EscoFolder } from "./esco-folder";
import { readEsco } from "./esco-folder";
import type { Io } from "./io";
import { progress } from "./io";
import { operatorCtx, withStore } from "./place";
import { badInput } from "./refusal";

/** `broeikas import esco DIR`: takes the official classification over, so that its words lead to each other in three languages. */
export const importEsco: Command = {
  usage: {
    command: "import esco",
    summary: "takes over the ESCO classification from a folder; the notice of its licence then stands at the foot of every page",
    arguments: [
      { name: "DIR", help: "folder with the official CSV files (occupations_en.csv, skills_nl.csv, …) or JSON lines", optional: true },
    ],
    options: { remove: { type: "boolean", help: "takes it out again; no folder is needed then" } },
  },
  async run(argv, io) {
    const args = readArgs(importEsco.usage, argv);
    const dir = args.text("DIR");
    if (args.flag("remove")) {
      if (dir !== undefined) throw badInput("--remove takes no folder");
      return removed(io);
    }
    if (dir === undefined) throw badInput("DIR is missing");
    const read = await readEsco(io, dir, ["occupation", "skill"]);
    for (const { file, line, reason } of read.refused) io.stderr(`${file} line ${line}: ${reason}\n`);
    if (read.entries.length === 0) throw badInput(`esco: ${dir} holds no entry that can be read`);
    await taken(io, dir, read);
    return read.refused.length > 0 ? 1 : 0;
  },
};

async function taken(io: Io, dir: string, { entries, words, refused, skipped }: EscoFolder): Promise<void> {
  const line = progress(io, "entries", entries.length);
  const outcome = await withStore(io, async (store) => {
    const ctx = operatorCtx(store, new Date());
    const done = await importVocabulary(ctx, { ...ESCO, entries, words }, (count) => line.at(count));
    if (done.changed) await compareAnew(ctx);
    return done;
  });
  line.done(entries.length);
  const count = (kind: string): number => entries.filter((entry) => entry.kind === kind).length;
  const counts = { occupations: count("occupation"), skills: count("skill"), words: wordCounts(words) };
  io.stdout(`${JSON.stringify({ folder: dir, ...counts, ...outcome, skipped, refused, notice: ESCO.notice })}\n`);
}

const wordCounts = (words: EscoFolder["words"]): Record<string, number> =>
  Object.fromEntries(Object.entries(words).map(([lang, table]) => [lang, Object.keys(table).length]));

async function removed(io: Io): Promise<number> {
  const outcome = await withStore(io, async (store) => {
    const ctx = operatorCtx(store, new Date());
    const done = await removeVocabulary(ctx, ESCO.source);
    if (done.removed > 0) await compareAnew(ctx);
    return done;
  });
  io.stdout(`${JSON.stringify(outcome)}\n`);
  return 0;
}
