import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { meet } from "~/domain/matching/complementarity";
import type { Dim } from "~/domain/matching/match";
import type { Lexicon, LexiconTerm } from "~/domain/matching/text";
import { cosine, makeLexicon, termsIn, vectorOf } from "~/domain/matching/text";
import type { Locale } from "~/domain/kernel/actor";

const SHARED = resolve("../shared/data");
const PLANTED = resolve(SHARED, "matching/planted-dev.jsonl");
const OCCUPATIONS = resolve(SHARED, "taxonomy/occupations.jsonl");
const there = existsSync(PLANTED) && existsSync(OCCUPATIONS);

interface Planted {
  readonly id: number;
  readonly lang: Locale;
  readonly partner: number;
  readonly offer: string;
  readonly need: string;
}
type Occupation = { readonly id: string } & Readonly<Record<Locale, { readonly label: string; readonly alt: readonly string[] }>>;

const linesOf = <T>(file: string): T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);

function occupations(): LexiconTerm[] {
  return linesOf<Occupation>(OCCUPATIONS).map(({ id, nl, fr, en }) => ({
    id,
    parentId: null,
    labels: { nl: nl.label, fr: fr.label, en: en.label },
    synonyms: { nl: nl.alt, fr: fr.alt, en: en.alt },
  }));
}

/** How well need and offer of each pair answer each other: rows are needs, columns offers. */
function strengths(people: readonly Planted[], lexicon: Lexicon, withTerms: boolean): number[][] {
  const dim = (words: string, lang: Locale): Dim => ({
    id: "",
    kind: "expertise",
    weight: 1,
    guessed: false,
    termIds: withTerms ? termsIn(lexicon, words, lang) : [],
    text: vectorOf(lexicon, words, lang),
  });
  const needs = people.map((person) => dim(person.need, person.lang));
  const offers = people.map((person) => dim(person.offer, person.lang));
  return needs.map((need) => offers.map((offer) => meet(need, offer, lexicon.parents)?.value ?? 0));
}

/** The part of people whose planted partner comes first, ties counted against it. */
function firstRank(people: readonly Planted[], score: (a: number, b: number) => number): number {
  const hits = people.filter(({ partner }, a) => {
    const planted = people.findIndex((one) => one.id === partner);
    const mine = score(a, planted);
    return people.every((_, b) => b === a || b === planted || score(a, b) < mine);
  });
  return hits.length / people.length;
}

describe.skipIf(!there && process.env.CI !== "true")(
  `planted pairs (${there ? "read from ../shared" : "../shared/data is not there"})`,
  () => {
    test("what completes each other is found, which likeness and one-way coverage do not", () => {
      expect(there, "../shared/data/matching is needed here").toBe(true);
      const people = linesOf<Planted>(PLANTED);
      const lexicon = makeLexicon(occupations());
      const at = (matrix: number[][], a: number, b: number): number => matrix[a]?.[b] ?? 0;
      const words = strengths(people, lexicon, false);
      const all = strengths(people, lexicon, true);
      const mutually = (matrix: number[][]) => (a: number, b: number) =>
        Math.sqrt(Math.max(at(matrix, a, b), 0.02) * Math.max(at(matrix, b, a), 0.02));
      const offers = people.map((person) => vectorOf(lexicon, person.offer, person.lang));
      const alike = offers.map((a) => offers.map((b) => cosine(a, b)));
      const likeness = firstRank(people, (a, b) => at(alike, a, b));
      const oneWay = firstRank(people, (a, b) => at(words, a, b));
      const mutual = firstRank(people, mutually(words));
      expect(likeness).toBeLessThan(0.05);
      expect(mutual, "by words alone").toBeGreaterThan(0.62);
      expect(mutual).toBeGreaterThan(oneWay + 0.15);
      expect(firstRank(people, mutually(all)), "with the terms of the list").toBeGreaterThan(0.97);
    });
  },
);
