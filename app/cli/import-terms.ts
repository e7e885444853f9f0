import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { NEED_KINDS, SYNONYMS_MAX, TERM_KINDS, TERM_NAME_MAX } from "~/domain/campus/campus";
import type { TermInput } from "~/domain/campus/import-terms";
import { importTerms } from "~/domain/campus/import-terms";
import { isDomainError } from "~/domain/kernel/errors";
import { clean } from "~/domain/kernel/text";
import { readArgs } from "./args";
import type { Command } from "./commands";
import { operatorCtx, withStore } from "./place";
import { csvRecords, jsonRecords } from "./records";
import { badInput } from "./refusal";

const name = z
  .string("is missing")
  .transform((text) => clean(text).replace(/\s+/g, " "))
  .pipe(z.string().min(1, "is empty").max(TERM_NAME_MAX, `is longer than ${TERM_NAME_MAX} characters`));
const code = z.string("is missing").regex(/^(?!none$|new$)[a-z0-9][a-z0-9-]{0,63}$/, "must be small letters, digits and hyphens");
/** In a table one text with semicolons between its parts. */
const synonyms = z
  .preprocess(
    (value) => (typeof value === "string" ? value.split(";").filter((part) => part.trim() !== "") : value),
    z.array(name).max(SYNONYMS_MAX),
  )
  .default([]);
const shape = z
  .object({
    ...{ code, kind: z.enum(TERM_KINDS, `must be one of ${TERM_KINDS.join(", ")}`), needKind: z.enum(NEED_KINDS).optional() },
    ...{ parent: code.optional(), nl: name, fr: name, en: name, synNl: synonyms, synFr: synonyms, synEn: synonyms },
  })
  .transform(({ synNl: nl, synFr: fr, synEn: en, ...term }): TermInput => ({ ...term, syn: { nl, fr, en } }));

/** `broeikas import terms FILE`: the list of terms, as `/admin/terms.csv` gives it or in JSON lines. */
export const importTermsCommand: Command = {
  usage: {
    command: "import terms",
    summary: "adds terms and updates those that are there, by code; what was merged or retired here stays so",
    arguments: [
      { name: "FILE", help: "FILE.csv (as /admin/terms.csv gives it) or FILE.jsonl, in UTF-8, a parent before what lies under it" },
    ],
  },
  async run(argv, io) {
    const args = readArgs(importTermsCommand.usage, argv);
    const given = args.required("FILE");
    const file = resolve(io.cwd, given);
    if (!existsSync(file) || !statSync(file).isFile()) throw badInput(`there is no file ${given}`);
    const { list, refused } = await readTerms(file);
    for (const { line, reason } of refused) io.stderr(`${given} line ${line}: ${reason}\n`);
    if (refused.length > 0) throw badInput("nothing was imported: a list goes in as a whole");
    const done = await withStore(io, (store) => importTerms(operatorCtx(store, new Date()), list)).catch((thrown: unknown) => {
      if (isDomainError(thrown) && thrown.code === "invalid")
        throw badInput(`${String(thrown.params.code)}: stands there twice, or before its parent`);
      throw thrown;
    });
    io.stdout(`${JSON.stringify({ file: given, ...done })}\n`);
    return 0;
  },
};

/** The terms of a file, and the lines that cannot be read with why. */
export async function readTerms(file: string) {
  const list: TermInput[] = [];
  const refused: { readonly line: number; readonly reason: string }[] = [];
  for await (const record of /\.csv$/i.test(file) ? csvRecords(file) : jsonRecords(file)) {
    if ("problem" in record) {
      refused.push({ line: record.line, reason: record.problem });
      continue;
    }
    const read = shape.safeParse(record.value);
    if (read.success) list.push(read.data);
    else
      refused.push({ line: record.line, reason: read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ") });
  }
  return { list, refused };
}
