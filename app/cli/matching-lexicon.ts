import { TERMS } from "#db/seed/taxonomy";
import { termRows } from "~/domain/campus/import-terms";
import type { Term } from "~/domain/campus/queries";
import type { Lexicon } from "~/domain/matching/lexicon";
import { makeLexicon } from "~/domain/matching/lexicon";
import { atOnce } from "~/domain/matching/slices";
import { lexiconOf } from "~/domain/matching/taxonomy";
import { readEsco } from "./esco-folder";
import type { Io } from "./io";
import { badInput } from "./refusal";

/** The option that loads the official list of occupations. */
export const ESCO_OPTION = {
  type: "string",
  value: "DIR",
  help: "folder with ESCO: occupations_en.csv, _nl, _fr or occupations.jsonl and, when there, word tables ibm1_table_*.json",
} as const;

/** The taxonomy that Broeikas comes with, as rows of the database would say it. */
export const ownTerms = (): Term[] => termRows(TERMS);

/** The lexicon of our own terms and, when a folder is named, of ESCO: the one of an instance that took over this folder. Refuses a folder with a line that cannot be read. */
export async function lexiconFor(io: Io, dir: string | undefined): Promise<Lexicon> {
  if (dir === undefined) return makeLexicon(ownTerms());
  const { entries, words, refused } = await readEsco(io, dir, ["occupation"]);
  const [first] = refused;
  if (first) throw badInput(first.reason, first);
  return atOnce(lexiconOf({ terms: ownTerms(), entries, tables: words }));
}
