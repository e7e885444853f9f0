import fc from "#tests/support/fast-check";
import { expect, test } from "vitest";
import { countVotes } from "~/domain/awards/vote/count";
import { CODE_ALPHABET, plainCode, printedCode, voteState } from "~/domain/awards/vote/vote";

const times = (count: number, ...choices: string[]): string[][] => Array.from({ length: count }, () => choices);

test("whoever is named first most often wins a single choice", () => {
  const { order, ballots, rounds } = countVotes(["a", "b", "c"], [...times(3, "a"), ...times(5, "b"), ...times(2, "c")], "seed");
  expect(order).toEqual(["b", "a", "c"]);
  expect(ballots).toBe(10);
  expect(rounds[0]).toEqual({ votes: { a: 3, b: 5, c: 2 }, out: "c", by: "votes" });
});

test("run-off: votes of who leaves go to the next choice, and the one ahead at first may lose", () => {
  // The example of the capital of Tennessee, as books on voting give it.
  const ballots = [
    ...times(42, "memphis", "nashville", "chattanooga"),
    ...times(26, "nashville", "chattanooga", "knoxville"),
    ...times(15, "chattanooga", "knoxville", "nashville"),
    ...times(17, "knoxville", "chattanooga", "nashville"),
  ];
  const { order, rounds } = countVotes(["memphis", "nashville", "chattanooga", "knoxville"], ballots, "seed");
  expect(order).toEqual(["knoxville", "memphis", "nashville", "chattanooga"]);
  expect(rounds.map(({ out }) => out)).toEqual(["chattanooga", "nashville", "memphis", null]);
});

test("of equals the one leaves that had fewer before, and else the lot decides, by the seed alone", () => {
  const earlier = countVotes(["a", "b", "c"], [...times(4, "a"), ...times(3, "b"), ...times(2, "c", "b"), ...times(1, "c", "a")], "seed");
  // a and b have 5 each in the second round; b had fewer in the first.
  expect(earlier.rounds[1]).toEqual({ votes: { a: 5, b: 5 }, out: "b", by: "earlier" });
  const drawn = ["een", "twee", "drie", "vier"].map((seed) => countVotes(["a", "b"], [["a"], ["b"]], seed).order[0]);
  expect(new Set(drawn).size).toBe(2);
  expect(countVotes(["a", "b"], [["a"], ["b"]], "een").rounds[0]?.by).toBe("lot");
});

test("without a ballot that counts nobody wins", () => {
  expect(countVotes(["a", "b"], [], "seed").order).toEqual([]);
  expect(countVotes(["a", "b"], [["weg"]], "seed")).toEqual({ ballots: 0, choices: [], rounds: [], order: [] });
});

const IDS = ["a", "b", "c", "d", "e"];
const ballotArb = fc.shuffledSubarray(IDS, { minLength: 1, maxLength: 3 });

test("the order of ballots and candidates, and their names, change nothing; every ballot is counted", () => {
  fc.assert(
    fc.property(fc.array(ballotArb, { minLength: 1, maxLength: 60 }), fc.integer(), (ballots, salt) => {
      const count = countVotes(IDS, ballots, "seed");
      expect(
        countVotes(
          [...IDS].reverse(),
          [...ballots].sort(() => (salt % 2) - 0.5),
          "seed",
        ),
      ).toEqual(count);
      expect([...count.order].sort()).toEqual(IDS);
      expect(count.ballots).toBe(ballots.length);
      for (const { votes } of count.rounds) {
        expect(Object.values(votes).reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(ballots.length);
      }
      // Counting again from what is kept after the reveal gives the same.
      const kept = count.choices.flatMap(({ choices, count: n }) => times(n, ...choices));
      expect(countVotes(IDS, kept, "seed")).toEqual(count);
    }),
  );
});

test("a choice further down never harms the one above it", () => {
  fc.assert(
    fc.property(
      fc.array(ballotArb, { minLength: 1, maxLength: 25 }),
      fc.constantFrom(...IDS),
      fc.constantFrom(...IDS),
      (others, mine, next) => {
        fc.pre(mine !== next);
        const alone = countVotes(IDS, [...others, [mine]], "seed").order[0];
        if (alone !== mine) return;
        expect(countVotes(IDS, [...others, [mine, next]], "seed").order[0]).toBe(mine);
      },
    ),
  );
});

test("a candidate with more than half of the first choices wins", () => {
  fc.assert(
    fc.property(fc.array(ballotArb, { maxLength: 20 }), fc.constantFrom(...IDS), (others, first) => {
      const ballots = [...others, ...times(others.length + 1, first)];
      expect(countVotes(IDS, ballots, "seed").order[0]).toBe(first);
    }),
  );
});

test("a code is read however it is typed, and has no signs that are taken for one another", () => {
  expect(CODE_ALPHABET).toHaveLength(32);
  expect(plainCode("k7qf-3m9t xw2a")).toBe("K7QF3M9TXW2A");
  expect(printedCode("K7QF3M9TXW2A")).toBe("K7QF-3M9T-XW2A");
  for (const wrong of ["", "K7QF", "K7QF3M9TXW2AA", "K7QF3M9TXW20", "é7QF3M9TXW2A"]) expect(plainCode(wrong)).toBeNull();
});

test("the clock closes a vote, and a reveal ends it", () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 13, minute));
  const moments = { openedAt: at(0), closesAt: at(5), revealedAt: null };
  expect(voteState({ ...moments, openedAt: null, closesAt: null }, at(0))).toBe("draft");
  expect(voteState(moments, at(4))).toBe("open");
  expect(voteState(moments, at(5))).toBe("closed");
  expect(voteState({ ...moments, revealedAt: at(6) }, at(7))).toBe("revealed");
});
