import fc from "#tests/support/fast-check";
import { describe, expect, test } from "vitest";
import { TERMS } from "#db/seed/taxonomy";
import { coverage, meetings } from "~/domain/matching/complementarity";
import type { Dim, Side } from "~/domain/matching/match";
import { compareIdeas, compareToPerson } from "~/domain/matching/model";
import { apportion, turned } from "~/domain/matching/reasons";
import { cosine, makeLexicon, termsIn, vectorOf } from "~/domain/matching/text";

const lexicon = makeLexicon(
  TERMS.map((term) => ({
    id: term.code,
    parentId: term.parent ?? null,
    labels: { nl: term.nl, fr: term.fr, en: term.en },
    synonyms: { nl: term.syn?.nl ?? [], fr: term.syn?.fr ?? [], en: term.syn?.en ?? [] },
  })),
);
const WORDS = ["meetapparatuur lenen", "boekhouding", "een eerste klant", "koeltechniek", "lassen", "een website bouwen"];
const CODES = TERMS.filter(({ needKind }) => needKind !== undefined)
  .slice(0, 14)
  .map(({ code }) => code);

const dim = (id: string): fc.Arbitrary<Dim> =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constantFrom("expertise", "workspace"),
    termIds: fc.subarray(CODES, { maxLength: 2 }),
    weight: fc.constantFrom(1, 2, 3),
    text: fc.option(fc.constantFrom(...WORDS).map((words) => vectorOf(lexicon, words, "nl"))),
    guessed: fc.boolean(),
  });
const dims = (name: string): fc.Arbitrary<Dim[]> =>
  fc.integer({ min: 0, max: 4 }).chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => dim(`${name}${i}`))));
const side = (name: string): fc.Arbitrary<Side> =>
  fc.record({
    lang: fc.constantFrom("nl", "fr", "en"),
    langs: fc.subarray(["nl", "fr", "en"] as const).map((langs) => [...langs]),
    workingLangs: fc.constant(["nl", "fr"] as const),
    campusId: fc.constantFrom("genk", "luik"),
    domainId: fc.constantFrom("energy", "ict", null),
    growthMarketId: fc.constant(null),
    step: fc.option(fc.integer({ min: 0, max: 3 })),
    audiences: fc.subarray(["student", "employee"]),
    availability: fc.double({ min: 0, max: 1, noNaN: true }),
    gist: fc.constant(null),
    needs: dims(`${name}-need`),
    offers: dims(`${name}-offer`),
  });
const { parents } = lexicon;

describe("two ideas", () => {
  test("numbers stay between 0 and 100, and the shares of the reasons sum to the number", () => {
    fc.assert(
      fc.property(side("a"), side("b"), (a, b) => {
        const verdict = compareIdeas(a, b, parents);
        if (verdict === null) return;
        expect(verdict.complementarity).toBeGreaterThanOrEqual(0);
        expect(verdict.complementarity).toBeLessThanOrEqual(100);
        expect(verdict.fit).toBeGreaterThanOrEqual(0);
        expect(verdict.fit).toBeLessThanOrEqual(100);
        expect(verdict.reasons.reduce((sum, { share }) => sum + share, 0)).toBe(verdict.complementarity);
        expect(verdict.reasons.every(({ share }) => Number.isInteger(share) && share >= 0)).toBe(true);
      }),
    );
  });

  test("both sides get the same numbers, and the same reasons turned round", () => {
    const key = (reason: unknown): string => JSON.stringify({ ...(reason as object), share: 0 });
    fc.assert(
      fc.property(side("a"), side("b"), (a, b) => {
        const [mine, yours] = [compareIdeas(a, b, parents), compareIdeas(b, a, parents)];
        expect([yours?.complementarity, yours?.fit, yours?.order]).toEqual([mine?.complementarity, mine?.fit, mine?.order]);
        expect(
          turned(yours?.reasons ?? [])
            .map(key)
            .sort(),
        ).toEqual((mine?.reasons ?? []).map(key).sort());
      }),
    );
  });

  test("an added offer never lowers what is covered", () => {
    fc.assert(
      fc.property(dims("need"), dims("offer"), dim("extra"), (needs, offers, extra) => {
        const before = coverage(needs, meetings(needs, offers, parents));
        expect(coverage(needs, meetings(needs, [...offers, extra], parents))).toBeGreaterThanOrEqual(before - 1e-12);
      }),
    );
  });

  test("without the offer that carries a reason, the reason is gone, and its loss is never a gain for what is covered", () => {
    fc.assert(
      fc.property(side("a"), side("b"), (a, b) => {
        const first = compareIdeas(a, b, parents)?.reasons.find((reason) => reason.type === "meeting" && reason.direction === "ours");
        if (first?.type !== "meeting") return;
        const less = { ...b, offers: b.offers.filter(({ id }) => id !== first.offerId) };
        const left = compareIdeas(a, less, parents)?.reasons ?? [];
        expect(left.some((reason) => reason.type === "meeting" && reason.offerId === first.offerId)).toBe(false);
      }),
    );
  });

  test("a person is judged by what their offers cover of the needs", () => {
    fc.assert(
      fc.property(side("a"), side("b"), (a, b) => {
        const verdict = compareToPerson(a, b, parents);
        const sum = verdict?.reasons.reduce((total, { share }) => total + share, 0) ?? 0;
        expect(sum).toBe(verdict?.complementarity ?? 0);
      }),
    );
  });
});

test("shares are whole, sum to the total and differ less than one from the exact part", () => {
  const weights = fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100 }), weights, (total, list) => {
      const shares = apportion(total, list);
      const whole = list.reduce((sum, weight) => sum + weight, 0);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
      if (whole > 1e-6) shares.forEach((share, at) => expect(Math.abs(share - (total * (list[at] ?? 0)) / whole)).toBeLessThan(1));
    }),
  );
});

describe("words of three languages", () => {
  test("a term is found in a sentence in whatever language, so that a Dutch need meets a French offer", () => {
    expect(termsIn(lexicon, "iemand met kennis van een warmtewisselaar", "nl")).toContain("heat-exchanger");
    expect(termsIn(lexicon, "nous avons un échangeur thermique", "fr")).toContain("heat-exchanger");
  });

  test("words are brought over to English by the list, and unlike words stay apart", () => {
    const of = (words: string, lang: "nl" | "fr" | "en") => vectorOf(lexicon, words, lang);
    const bridged = cosine(of("warmtewisselaar", "nl"), of("échangeur thermique", "fr"));
    expect(bridged).toBeGreaterThan(0.3);
    expect(cosine(of("warmtewisselaar", "nl"), of("comptabilité", "fr"))).toBeLessThan(0.1);
    expect(cosine(of("warmtewisselaar lenen", "nl"), of("warmtewisselaar lenen", "nl"))).toBeCloseTo(1);
  });
});
