import fc from "#tests/support/fast-check";
import { expect, test } from "vitest";
import type { Sheet } from "~/domain/judging/sheet";
import { numbersIn, someSheets, standingsOf, verdictOf } from "./support";

const near = (a: number, b: number, slack = 1e-7): boolean => Math.abs(a - b) <= slack * Math.max(1, Math.abs(a), Math.abs(b));
const holds = <Ts>(property: fc.IProperty<Ts>): void => {
  fc.assert(property as fc.IProperty<unknown>, { numRuns: 150, seed: 20261122 });
};
const lambdas = fc.double({ min: 0.05, max: 50, noNaN: true });

test("no number is ever NaN or endless, whoever saw what", () => {
  holds(
    fc.property(someSheets, (sheets) => {
      const { fit: _, ...said } = verdictOf(sheets);
      expect(numbersIn([said, _.adjusted, _.se]).every(Number.isFinite)).toBe(true);
      for (const { standings } of said.rankings) {
        expect(
          near(
            standings.reduce((sum, { pWin }) => sum + pWin, 0),
            1,
          ),
        ).toBe(true);
        for (const { rank, rankLow, rankHigh } of standings) expect(rankLow <= rank && rank <= rankHigh).toBe(true);
      }
    }),
  );
});

test("the order of the sheets makes no difference at all", () => {
  holds(
    fc.property(
      someSheets.chain((sheets) => fc.tuple(fc.constant(sheets), fc.shuffledSubarray(sheets, { minLength: sheets.length }))),
      ([sheets, shuffled]) => {
        const [one, other] = [verdictOf(sheets), verdictOf(shuffled)];
        expect(other.rankings).toEqual(one.rankings);
        expect(other.jurors).toEqual(one.jurors);
      },
    ),
  );
});

test("what entries and jurors are called makes no difference", () => {
  const renamed = (name: string): string => `${9 - Number(name.slice(1))}${name}`;
  holds(
    fc.property(someSheets, (sheets) => {
      const one = standingsOf(verdictOf(sheets));
      const other = standingsOf(verdictOf(sheets.map((sheet) => ({ ...sheet, entry: renamed(sheet.entry), juror: renamed(sheet.juror) }))));
      for (const [entry, before] of one) {
        const after = other.get(renamed(entry));
        expect([after?.rank, after?.rawRank, after?.orderRank, after?.n]).toEqual([
          before.rank,
          before.rawRank,
          before.orderRank,
          before.n,
        ]);
        expect(near(after?.adjusted ?? NaN, before.adjusted, 1e-6) && near(after?.se ?? NaN, before.se, 1e-6)).toBe(true);
        expect(Math.abs((after?.pWin ?? NaN) - before.pWin)).toBeLessThan(0.05);
      }
    }),
  );
});

/** The adjusted scores under a fixed λ. */
const scoresAt = (sheets: readonly Sheet[], lambda: number): Map<string, number> =>
  new Map([...standingsOf(verdictOf(sheets, { lambda }))].map(([entry, { adjusted }]) => [entry, adjusted]));

test("monotone at a fixed λ: a higher score lifts its entry, and no other entry as much", () => {
  holds(
    fc.property(someSheets, fc.nat(), fc.integer({ min: 1, max: 5 }), lambdas, (sheets, pick, more, lambda) => {
      const lifted = sheets[pick % sheets.length]!;
      const before = scoresAt(sheets, lambda);
      const after = scoresAt(
        sheets.map((sheet) => (sheet === lifted ? { ...sheet, scores: [sheet.scores[0]! + more] } : sheet)),
        lambda,
      );
      const gain = (entry: string): number => after.get(entry)! - before.get(entry)!;
      expect(gain(lifted.entry)).toBeGreaterThan(0);
      for (const entry of before.keys()) if (entry !== lifted.entry) expect(gain(entry)).toBeLessThanOrEqual(gain(lifted.entry) + 1e-9);
    }),
  );
});

test("a constant added to all scores moves all adjusted scores by it, and no rank", () => {
  holds(
    fc.property(someSheets, fc.integer({ min: -1000, max: 1000 }), (sheets, constant) => {
      const one = standingsOf(verdictOf(sheets));
      const other = standingsOf(verdictOf(sheets.map((sheet) => ({ ...sheet, scores: [sheet.scores[0]! + constant] }))));
      for (const [entry, { adjusted, rank }] of one) {
        expect(near(other.get(entry)!.adjusted, adjusted + constant, 1e-6)).toBe(true);
        expect(other.get(entry)!.rank).toBe(rank);
      }
    }),
  );
});

test("a constant added to one juror: no difference as λ → 0, shrunken ones above", () => {
  holds(
    fc.property(someSheets, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 20 }), lambdas, (sheets, who, constant, lambda) => {
      const milder = sheets.map((sheet) => (sheet.juror === `j${who}` ? { ...sheet, scores: [sheet.scores[0]! + constant] } : sheet));
      const moved = (at: number): { part: number; by: number; raw: number }[] => {
        const [before, after] = [standingsOf(verdictOf(sheets, { lambda: at })), standingsOf(verdictOf(milder, { lambda: at }))];
        return [...before].map(([entry, { part, adjusted, raw }]) => {
          const now = after.get(entry)!;
          return { part, by: now.adjusted - adjusted, raw: now.raw - raw };
        });
      };
      const spread = (list: { part: number; by: number; raw: number }[], of: "by" | "raw"): number => {
        const parts = [...new Set(list.map(({ part }) => part))];
        return Math.max(
          ...parts.map((part) => {
            const own = list.filter((one) => one.part === part).map((one) => one[of]);
            return Math.max(...own) - Math.min(...own);
          }),
        );
      };
      expect(spread(moved(1e-9), "by")).toBeLessThan(1e-5 * constant);
      const above = moved(lambda);
      expect(spread(above, "by")).toBeLessThanOrEqual(spread(above, "raw") + 1e-9);
    }),
  );
});

test("a juror who stretches their scale changes nothing in the opinion by orders", () => {
  holds(
    fc.property(someSheets, fc.integer({ min: 0, max: 5 }), (sheets, who) => {
      const stretched = sheets.map((sheet) => (sheet.juror === `j${who}` ? { ...sheet, scores: [sheet.scores[0]! ** 3 + 7] } : sheet));
      const [one, other] = [standingsOf(verdictOf(sheets)), standingsOf(verdictOf(stretched))];
      for (const [entry, { orderRank }] of one) expect(other.get(entry)!.orderRank).toBe(orderRank);
    }),
  );
});
