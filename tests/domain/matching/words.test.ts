import fc from "#tests/support/fast-check";
import { describe, expect, test } from "vitest";
import { affinityItems, affinityOf } from "~/domain/matching/affinity";
import { compoundParts } from "~/domain/matching/compound";
import { meetings } from "~/domain/matching/complementarity";
import { gramsOf, slips, soundOf } from "~/domain/matching/letters";
import { compareIdeas } from "~/domain/matching/model";
import { bestFor, makePool } from "~/domain/matching/pool";
import { dots, postingsOf } from "~/domain/matching/postings";
import { dot, sparse } from "~/domain/matching/sparse";
import { answering, cosine, namedTerms, termsIn, vectorOf } from "~/domain/matching/text";
import { WORDBOOK } from "~/domain/matching/wordbook";
import type { PlantedLine } from "#tests/support/planted";
import { jsonLines, LAB, ownLexicon, sidesOf } from "#tests/support/planted";

const lexicon = ownLexicon();
const lines = jsonLines<PlantedLine>(LAB);
const texts = lines.flatMap(({ lang, need, offer }) => [
  { lang, text: need },
  { lang, text: offer },
]);

describe("letters", () => {
  test("one sound has one spelling, and a slip leaves most runs of letters as they are", () => {
    expect(soundOf("photographe")).toBe(soundOf("fotograf") + "e");
    const [right, wrong] = [new Set(gramsOf("lasersnijmachine")), gramsOf("laserssnijdmachine")];
    expect(wrong.filter((gram) => right.has(gram)).length / wrong.length).toBeGreaterThan(0.6);
  });

  test.each([
    ["lassen", "lasen", 1],
    ["lassen", "lsasen", 1],
    ["lassen", "lassen", 0],
    ["lassen", "plakken", 3],
    ["", "abc", 3],
  ])("from %s to %s", (a, b, expected) => {
    expect(slips(a, b, 2)).toBe(expected);
    expect(slips(b, a, 2)).toBe(expected);
  });

  test("slips are a distance, and never more than one over what was asked", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        const found = slips(a, b, most);
        expect(found).toBe(Math.min(slips(a, b, 9), most + 1));
        expect(found === 0).toBe(a === b);
      }),
    );
  });
});

describe("words", () => {
  test("the word book says every word in three languages", () => {
    expect(WORDBOOK.length).toBeGreaterThan(600);
    for (const { nl, fr, en } of WORDBOOK)
      expect(
        [nl, fr, en].every((word) => /^[\p{L}'’ -]+$/u.test(word)),
        `${nl} ${fr} ${en}`,
      ).toBe(true);
  });

  test("a Dutch compound falls into parts that are known, and only then", () => {
    const known = new Set(["laser", "snij", "machin", "kamer", "plant"]);
    expect(compoundParts("lasersnijmachin", known)).toEqual(["laser", "snij", "machin"]);
    expect(compoundParts("kamersplant", known)).toEqual(["kamer", "plant"]);
    expect(compoundParts("kamerolifant", known)).toEqual([]);
    expect(compoundParts("laser", known)).toEqual([]);
  });

  test("a term is found in spite of a slip, and a longer text names it for a smaller part", () => {
    expect(termsIn(lexicon, "warmtewiselaar", "nl")).toContain("heat-exchanger");
    const [alone] = namedTerms(lexicon, "warmtewisselaar", "nl");
    const [among] = namedTerms(lexicon, "warmtewisselaar en een grote stapel kleurrijke tapijten", "nl");
    expect(alone?.share).toBe(1);
    expect(among?.share).toBeGreaterThan(0);
    expect(among?.share).toBeLessThan(0.6);
  });

  test("a slip in one language is still bridged to another", () => {
    const of = (text: string, lang: "nl" | "fr" | "en") => vectorOf(lexicon, text, lang);
    const bridged = cosine(of("warmtewiselaar", "nl"), of("heat exchanger", "en"));
    expect(bridged).toBeGreaterThan(0.2);
    expect(bridged).toBeGreaterThan(5 * cosine(of("warmtewiselaar", "nl"), of("accounting", "en")));
  });

  test("likeness is symmetric and between 0 and 1; an offer that says more answers at least as well as it is alike", () => {
    const one = fc.constantFrom(...texts).map(({ text, lang }) => vectorOf(lexicon, text, lang));
    fc.assert(
      fc.property(one, one, (a, b) => {
        const alike = cosine(a, b);
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        expect(cosine(b, a)).toBe(alike);
        expect(answering(a, b)).toBeGreaterThanOrEqual(alike);
        expect(answering(a, b)).toBeLessThanOrEqual(1);
        expect(answering(a, a)).toBeCloseTo(1, 5);
      }),
    );
  });

  test("an empty text, or one of signs only, is like nothing and breaks nothing", () => {
    for (const text of ["", "  ", "…!?", "de het een"]) {
      const vector = vectorOf(lexicon, text, "nl");
      expect(cosine(vector, vector)).toBe(0);
      expect(answering(vector, vectorOf(lexicon, "lassen", "nl"))).toBe(0);
      expect(answering(vectorOf(lexicon, "lassen", "en"), vector)).toBe(0);
      expect(namedTerms(lexicon, text, "nl")).toEqual([]);
    }
  });
});

describe("many at once", () => {
  test("postings say of each vector what the inner product says", () => {
    const bag = fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e"), fc.double({ min: 0.01, max: 9, noNaN: true }));
    const vector = bag.map((weights) => sparse(new Map(Object.entries(weights))));
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 8 }), vector, (all, asked) => {
        expect([...dots(postingsOf(all), asked)]).toEqual(all.map((one) => dot(asked, one)));
      }),
    );
  });

  test("a pool finds for each idea what comparing it with all of them finds", () => {
    const sides = sidesOf(lines, lexicon);
    const pool = makePool(sides, lexicon.parents);
    for (const [at, side] of sides.entries()) {
      const all = sides.flatMap((other, place) => {
        const verdict = place === at ? null : compareIdeas(side, other, lexicon.parents);
        return verdict === null || verdict.complementarity === 0 ? [] : [{ at: place, score: verdict.order, verdict }];
      });
      all.sort((a, b) => b.score - a.score || a.at - b.at);
      expect(bestFor(pool, at, 10)).toEqual(all.slice(0, 10));
    }
  });

  test("one way, a list is ordered by what the others cover of our needs", () => {
    const sides = sidesOf(lines, lexicon);
    const found = bestFor(makePool(sides, lexicon.parents), 0, 10, "one-way");
    const [first] = found;
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
    const [met] = meetings(sides[0]?.needs ?? [], sides[first?.at ?? 0]?.offers ?? [], lexicon.parents);
    expect(first?.score).toBe(Math.round(10_000 * (met?.value ?? 0)));
  });
});

test("a person is as near to a text as the three nearest texts of their profile", () => {
  const items = affinityItems(lexicon, [{ lang: "nl", text: "lassen van stalen kaders" }]);
  const near = { lang: "fr", text: "soudage" } as const;
  const far = { lang: "nl", text: "boekhouding" } as const;
  const one = affinityOf(lexicon, items, [near])[0] ?? 0;
  const rest = affinityOf(lexicon, items, [far])[0] ?? 0;
  expect(one).toBeGreaterThan(rest);
  expect(affinityOf(lexicon, items, [far, near, far, far, far])[0]).toBeCloseTo((one + 2 * rest) / 3);
  expect(affinityOf(lexicon, items, [])[0]).toBe(0);
});
