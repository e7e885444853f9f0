import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ownTerms } from "../../app/cli/matching-lexicon";
import { matchReader } from "../../app/cli/match-lines";
import type { Locale } from "~/domain/kernel/actor";
import { affinityItems, affinityOf } from "~/domain/matching/affinity";
import type { WordTable } from "~/domain/matching/bridge";
import type { Lexicon, LexiconTerm } from "~/domain/matching/lexicon";
import { makeLexicon } from "~/domain/matching/lexicon";
import type { Side } from "~/domain/matching/match";
import type { Mode } from "~/domain/matching/pool";
import { bestFor, makePool } from "~/domain/matching/pool";

const SHARED = resolve("../shared/data");
export const PLANTED = resolve(SHARED, "matching/planted-dev.jsonl");
/** Our own pairs, in the words of a company lab, with slips of the pen. */
export const LAB = resolve("tests/fixtures/matching/lab.jsonl");
const OCCUPATIONS = resolve(SHARED, "taxonomy/occupations.jsonl");
const TABLES = { nl: "taxonomy/ibm1_table_nl-en_train80.json", fr: "taxonomy/ibm1_table_fr-en_train80.json" };

/** Whether the shared data are there. */
export const sharedData = existsSync(PLANTED) && existsSync(OCCUPATIONS);

export interface PlantedLine {
  readonly id: number;
  readonly lang: Locale;
  readonly partner: number;
  readonly offer: string;
  readonly need: string;
}
interface Names {
  readonly label: string;
  readonly alt: readonly string[];
  readonly desc?: string;
}
export type Occupation = { readonly id: string; readonly split: "train" | "test" } & Readonly<Record<Locale, Names>>;

export function jsonLines<T>(file: string): T[] {
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line.trim() !== "").map((line) => JSON.parse(line) as T);
}

export const occupations = (): Occupation[] => jsonLines<Occupation>(OCCUPATIONS);

/** An occupation as a term; `hidden` without its Dutch and French, as if nobody had translated it. */
export function occupationTerm({ id, nl, fr, en }: Occupation, hidden = false): LexiconTerm {
  return {
    id,
    parentId: null,
    labels: { nl: hidden ? "" : nl.label, fr: hidden ? "" : fr.label, en: en.label },
    synonyms: { nl: hidden ? [] : nl.alt, fr: hidden ? [] : fr.alt, en: en.alt },
    notes: { nl: hidden ? undefined : nl.desc, en: en.desc },
  };
}

export function wordTables(): Partial<Record<Locale, WordTable>> {
  const read = (name: string): WordTable => JSON.parse(readFileSync(resolve(SHARED, name), "utf8")) as WordTable;
  return { nl: read(TABLES.nl), fr: read(TABLES.fr) };
}

export const ownLexicon = (): Lexicon => makeLexicon(ownTerms());
export const escoLexicon = (): Lexicon =>
  makeLexicon([...ownTerms(), ...occupations().map((one) => occupationTerm(one))], { tables: wordTables() });

export interface Ranks {
  readonly n: number;
  readonly first: number;
  readonly five: number;
  readonly mrr: number;
}

/** How high places stand (1 is first, 0 not among the ten): the part that is first, among the first five, and the mean of 1 / place. */
export function ranksOf(places: readonly number[]): Ranks {
  const part = (ok: (place: number) => boolean): number => places.filter(ok).length / places.length;
  const mrr = places.reduce((sum, place) => sum + (place === 0 ? 0 : 1 / place), 0) / places.length;
  return { n: places.length, first: part((place) => place === 1), five: part((place) => place >= 1 && place <= 5), mrr };
}

/** Lines as sides of one file, by the words alone when `terms` is false. */
export function sidesOf(lines: readonly PlantedLine[], lexicon: Lexicon, terms = true): Side[] {
  const read = matchReader(lexicon, ownTerms());
  return lines.map((line) => {
    const one = read({ ...line });
    if ("problems" in one) throw new Error(one.problems.join("; "));
    const plain = (dims: Side["needs"]) => dims.map((dim) => ({ ...dim, termIds: [], shares: [] }));
    return terms ? one.side : { ...one.side, needs: plain(one.side.needs), offers: plain(one.side.offers) };
  });
}

/** At which place each line finds its partner among its ten best; 0 when it does not. */
export function partnerPlaces(lines: readonly PlantedLine[], lexicon: Lexicon, mode: Mode = "both", terms = true): number[] {
  const pool = makePool(sidesOf(lines, lexicon, terms), lexicon.parents);
  return lines.map(({ partner }, at) => bestFor(pool, at, 10, mode).findIndex((found) => lines[found.at]?.id === partner) + 1);
}

/** What is asked of an occupation that was never translated, and in which language. */
export const QUERIES = {
  "nl label + text": (one: Occupation) => ({ lang: "nl", text: `${one.nl.label}\n${one.nl.desc ?? ""}` }),
  "nl label": (one: Occupation) => ({ lang: "nl", text: one.nl.label }),
  "fr label + synonyms": (one: Occupation) => ({ lang: "fr", text: [one.fr.label, ...one.fr.alt].join("\n") }),
} as const satisfies Record<string, (one: Occupation) => { lang: Locale; text: string }>;

export const englishText = ({ en }: Occupation): string => [en.label, ...en.alt, en.desc ?? ""].join("\n");

/** At which place an occupation of the test part stands among all, when it is asked for in another language. */
export function heldOutPlaces(list: readonly Occupation[], name: keyof typeof QUERIES): number[] {
  const lexicon = heldOutLexicon(list);
  const items = affinityItems(
    lexicon,
    list.map((one) => ({ lang: "en" as const, text: englishText(one) })),
  );
  return placesBy(list, (one) => affinityOf(lexicon, items, [QUERIES[name](one)]));
}

let hidden: Lexicon | undefined;

/** A lexicon that knows the occupations of the test part in English only. */
export function heldOutLexicon(list: readonly Occupation[]): Lexicon {
  hidden ??= makeLexicon([...ownTerms(), ...list.map((one) => occupationTerm(one, one.split === "test"))], { tables: wordTables() });
  return hidden;
}

/** The place of each occupation of the test part by a score of all, ties counted against it. */
export function placesBy(list: readonly Occupation[], score: (one: Occupation) => ArrayLike<number>): number[] {
  return list.flatMap((one, at) => {
    if (one.split !== "test") return [];
    const scores = score(one);
    const own = scores[at] ?? 0;
    let place = 1;
    for (let other = 0; other < list.length; other += 1) if (other !== at && (scores[other] ?? 0) >= own) place += 1;
    return [place];
  });
}
