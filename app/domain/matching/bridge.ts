import type { WordTable } from "../campus/vocabulary";
import type { Locale } from "../kernel/actor";
import { plainStemsOf } from "../kernel/stems";
import type { Making } from "./slices";
import { eachInTurn } from "./slices";

/** The English stems that a stem leads to, with how surely (0 to 1), the surest first. */
export type Bridge = ReadonlyMap<string, readonly (readonly [string, number])[]>;
export type { WordTable } from "../campus/vocabulary";
/** The stems of one entry in each language. */
export type Bags = Readonly<Record<Locale, readonly string[]>>;

const BRIDGED_MAX = 4;
const BRIDGE_LEAST = 0.2;

type Row = ReadonlyMap<string, number>;

/**
 * For each stem of a language the English stems it leads to, at most four: by the table where it knows the stem, else by the
 * terms it stands in; and always by the word book.
 */
export function* bridge(terms: readonly Bags[], words: readonly Bags[], lang: Locale, table: WordTable = {}): Making<Bridge> {
  const given = yield* restemmed(table, lang);
  const ofTerms = yield* byDice(terms, lang);
  const ofWords = yield* byDice(words, lang);
  const found = new Map<string, (readonly [string, number])[]>();
  yield* eachInTurn(new Set([...ofTerms.keys(), ...given.keys(), ...ofWords.keys()]), (stem) => {
    // A table that was learned from sentences is surer than words that merely stand together.
    const row = new Map(given.get(stem) ?? ofTerms.get(stem));
    for (const [english, sure] of ofWords.get(stem) ?? []) row.set(english, Math.max(sure, row.get(english) ?? 0));
    const close = [...row].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, BRIDGED_MAX);
    if (close.length > 0) found.set(stem, close);
  });
  return found;
}

/** For each stem the English stems that stand with it in the same entries, by Dice's coefficient: 2·together / (its own + theirs). */
function* byDice(bags: readonly Bags[], lang: Locale): Making<ReadonlyMap<string, Row>> {
  const together = new Map<string, Map<string, number>>();
  const [mine, theirs] = [new Map<string, number>(), new Map<string, number>()];
  const count = (counts: Map<string, number>, stem: string): void => void counts.set(stem, (counts.get(stem) ?? 0) + 1);
  yield* eachInTurn(bags, (bag) => {
    for (const english of bag.en) count(theirs, english);
    for (const stem of bag[lang]) {
      count(mine, stem);
      const row = together.get(stem) ?? new Map<string, number>();
      together.set(stem, row);
      for (const english of bag.en) count(row, english);
    }
  });
  const sure = (stem: string, english: string, n: number): number => (2 * n) / ((mine.get(stem) ?? 1) + (theirs.get(english) ?? 1));
  const rows = new Map<string, Row>();
  yield* eachInTurn(together, ([stem, row]) => {
    const all = [...row].map(([english, n]) => [english, sure(stem, english, n)] as const);
    const close = new Map(all.filter(([, dice]) => dice >= BRIDGE_LEAST));
    if (close.size > 0) rows.set(stem, close);
  });
  return rows;
}

/** A table whose stems were cut by another stemmer, by ours: stems that become one keep the larger weight. */
function* restemmed(table: WordTable, lang: Locale): Making<ReadonlyMap<string, Row>> {
  const rows = new Map<string, Map<string, number>>();
  yield* eachInTurn(Object.entries(table), ([written, weights]) => {
    for (const stem of new Set([written, ...plainStemsOf(written, lang)])) {
      const row = rows.get(stem) ?? new Map<string, number>();
      rows.set(stem, row);
      for (const [english, weight] of Object.entries(weights)) row.set(english, Math.max(weight, row.get(english) ?? 0));
    }
  });
  return rows;
}
