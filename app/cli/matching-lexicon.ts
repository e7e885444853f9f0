import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { TERMS } from "#db/seed/taxonomy";
import type { Term } from "~/domain/campus/queries";
import type { WordTable } from "~/domain/matching/bridge";
import type { Lexicon, LexiconTerm } from "~/domain/matching/lexicon";
import { makeLexicon } from "~/domain/matching/lexicon";
import type { Io } from "./io";
import { progress } from "./io";
import { jsonRecords } from "./records";
import { badInput } from "./refusal";

/** The option that loads the official list of occupations. */
export const ESCO_OPTION = {
  type: "string",
  value: "DIR",
  help: "folder with occupations.jsonl of ESCO in nl, fr and en and, when there, word tables ibm1_table_*.json",
} as const;

/** The taxonomy that Broeikas comes with, as rows of the database would say it. */
export function ownTerms(): Term[] {
  return TERMS.map((term, position) => ({
    id: term.code,
    code: term.code,
    kind: term.kind,
    needKind: term.needKind ?? null,
    parentId: term.parent ?? null,
    labels: { nl: term.nl, fr: term.fr, en: term.en },
    synonyms: { nl: [...(term.syn?.nl ?? [])], fr: [...(term.syn?.fr ?? [])], en: [...(term.syn?.en ?? [])] },
    position,
  }));
}

const names = z.object({ label: z.string(), alt: z.array(z.string()).default([]), desc: z.string().optional() });
const occupation = z.object({ id: z.string(), nl: names, fr: names, en: names });
const table = z.record(z.string(), z.record(z.string(), z.number()));
const TABLES = { nl: "ibm1_table_nl-en_train80.json", fr: "ibm1_table_fr-en_train80.json" } as const;

/** The lexicon of our own terms and, when a folder is named, of ESCO. Refuses a folder that does not hold it. */
export async function lexiconFor(io: Io, dir: string | undefined): Promise<Lexicon> {
  if (dir === undefined) return makeLexicon(ownTerms());
  const terms = await escoTerms(io, dir);
  return makeLexicon([...ownTerms(), ...terms], { tables: { nl: tableIn(io, dir, TABLES.nl), fr: tableIn(io, dir, TABLES.fr) } });
}

async function escoTerms(io: Io, dir: string): Promise<LexiconTerm[]> {
  const file = join(dir, "occupations.jsonl");
  if (!isFile(resolve(io.cwd, file))) throw badInput(`esco: there is no file ${file}`);
  const line = progress(io, "occupations");
  const terms: LexiconTerm[] = [];
  for await (const record of jsonRecords(resolve(io.cwd, file))) {
    if ("problem" in record) throw badInput(record.problem, { file, line: record.line });
    const read = occupation.safeParse(record.value);
    if (!read.success) throw badInput("is not an occupation with id, nl, fr and en", { file, line: record.line });
    const { id, nl, fr, en } = read.data;
    terms.push({
      id: `esco:${id}`,
      parentId: null,
      labels: { nl: nl.label, fr: fr.label, en: en.label },
      synonyms: { nl: nl.alt, fr: fr.alt, en: en.alt },
      notes: { nl: nl.desc, fr: fr.desc, en: en.desc },
    });
    line.at(terms.length);
  }
  line.done(terms.length);
  return terms;
}

function tableIn(io: Io, dir: string, name: string): WordTable | undefined {
  const file = resolve(io.cwd, dir, name);
  if (!isFile(file)) return undefined;
  const read = table.safeParse(jsonIn(file));
  if (!read.success) throw badInput(`${join(dir, name)} is not a table of words`);
  return read.data;
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Tells whether there is a file with this name. */
export const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();
