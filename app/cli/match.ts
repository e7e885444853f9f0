import { resolve } from "node:path";
import type { PoolMatch } from "~/domain/matching/pool";
import { bestFor, makePool, MODES } from "~/domain/matching/pool";
import { readArgs } from "./args";
import type { Command } from "./commands";
import type { Io } from "./io";
import { progress } from "./io";
import type { MatchLine, MatchReader } from "./match-lines";
import { matchReader } from "./match-lines";
import { isFile } from "./files";
import { ESCO_OPTION, lexiconFor, ownTerms } from "./matching-lexicon";
import { jsonRecords } from "./records";
import { badInput } from "./refusal";

const BEST = 10;

/** `broeikas match FILE`: what completes what among ideas in a file, without a server or a database. */
export const match: Command = {
  usage: {
    command: "match",
    summary: "tells which ideas of a file complete each other, and why: one line of JSON for each",
    arguments: [{ name: "FILE", help: "FILE.jsonl with ideas as `import ideas` reads them, or with lines {id, lang, offer, need}" }],
    options: {
      esco: ESCO_OPTION,
      mode: { type: "string", value: "MODE", help: `what to order by: ${MODES.join(", ")}`, default: "both" },
      json: { type: "boolean", help: "one JSON object a line, which is also what is printed without it" },
    },
  },
  async run(argv, io) {
    const args = readArgs(match.usage, argv);
    const name = args.required("FILE");
    const mode = MODES.find((one) => one === args.required("mode"));
    if (!mode) throw badInput(`mode: "${args.required("mode")}" is not one of ${MODES.join(", ")}`);
    if (!isFile(resolve(io.cwd, name))) throw badInput(`there is no file ${name}`);
    const lexicon = await lexiconFor(io, args.text("esco"));
    const lines = await readLines(io, name, matchReader(lexicon, ownTerms()));
    const pool = makePool(
      lines.map(({ side }) => side),
      lexicon.parents,
    );
    const line = progress(io, "compared", lines.length);
    lines.forEach(({ id }, at) => {
      const matches = bestFor(pool, at, BEST, mode).map((found) => said(found, lines));
      io.stdout(`${JSON.stringify({ id, matches })}\n`);
      line.at(at + 1);
    });
    line.done(lines.length);
    return 0;
  },
};

function said({ at, score, verdict }: PoolMatch, lines: readonly MatchLine[]) {
  const { fit, complementarity, reasons } = verdict;
  return { id: lines[at]?.id, fit, complementarity, score, reasons };
}

async function readLines(io: Io, name: string, read: MatchReader): Promise<MatchLine[]> {
  const lines: MatchLine[] = [];
  const first = new Map<string | number, number>();
  const shown = progress(io, "lines read");
  for await (const record of jsonRecords(resolve(io.cwd, name))) {
    const at = { file: name, line: record.line };
    if ("problem" in record) throw badInput(record.problem, at);
    const one = read(record.value);
    if ("problems" in one) throw badInput(one.problems.join("; "), at);
    const earlier = first.get(one.id);
    if (earlier !== undefined) throw badInput(`its id is that of line ${earlier}`, at);
    first.set(one.id, record.line);
    lines.push(one);
    shown.at(lines.length);
  }
  shown.done(lines.length);
  return lines;
}
