import { LOCALES } from "../../kernel/actor";
import type { Term } from "../queries";

/** By id of a merged term, the one that stands for it. */
export function mergedAway(rows: readonly Pick<Term, "id" | "mergedInto">[]): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(({ id, mergedInto }) => (mergedInto === null ? [] : [[id, mergedInto]])));
}

/**
 * The terms that were not merged, in the same order. Names and synonyms of those that were are synonyms of what they were merged into:
 * nothing is copied, so that an import or an undone merge leaves nothing behind.
 */
export function livingTerms(rows: readonly Term[]): Term[] {
  const byTarget = new Map<string, Term[]>();
  for (const row of rows) if (row.mergedInto !== null) byTarget.set(row.mergedInto, [...(byTarget.get(row.mergedInto) ?? []), row]);
  return rows
    .filter(({ mergedInto }) => mergedInto === null)
    .map((term) => {
      const others = byTarget.get(term.id);
      return others === undefined ? term : { ...term, synonyms: withNames(term, others) };
    });
}

function withNames({ labels, synonyms }: Term, others: readonly Term[]): Term["synonyms"] {
  return Object.fromEntries(
    LOCALES.map((lang) => {
      const names = [...synonyms[lang], ...others.flatMap((other) => [other.labels[lang], ...other.synonyms[lang]])];
      return [lang, [...new Set(names)].filter((name) => name !== "" && name !== labels[lang])];
    }),
  ) as Term["synonyms"];
}
