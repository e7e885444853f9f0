import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diversified, FIRST } from "~/domain/matching/diversify";
import { makeLivePool } from "~/domain/matching/live-pool";
import { hasRoom, loadOf, median } from "~/domain/matching/load";
import type { Side } from "~/domain/matching/match";
import { likelyIn, makePool } from "~/domain/matching/pool";
import { ownLexicon } from "#tests/support/planted";
import { dimOf } from "~/domain/matching/dim";

const lexicon = ownLexicon();
const TEXTS = ["een datalogger lenen", "boekhouding", "lassen van metaal", "een website bouwen", "koeltechniek"];

function side(needs: readonly string[], offers: readonly string[], openly = true): Side {
  const dims = (list: readonly string[]) =>
    list.map((words, at) =>
      dimOf(lexicon, { id: `${words}${at}`, kind: "expertise", termId: null, words, lang: "nl", weight: 2, guessed: false }, openly),
    );
  const about = { lang: "nl", langs: ["nl"], workingLangs: ["nl"], campusId: "genk", domainId: null, growthMarketId: null } as const;
  return { ...about, step: null, audiences: [], availability: 1, gist: null, needs: dims(needs), offers: dims(offers) };
}

const sides = fc.tuple(fc.subarray(TEXTS), fc.subarray(TEXTS), fc.boolean()).map(([needs, offers, openly]) => side(needs, offers, openly));
const change = fc.record({ id: fc.integer({ min: 0, max: 30 }).map(String), side: fc.option(sides) });

describe("a pool whose ideas change", () => {
  test("answers as one made anew, whatever came, changed and went", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), sides, (changes, asked) => {
        const live = makeLivePool<{ id: string; side: Side }>(lexicon.parents);
        const now = new Map<string, Side>();
        for (const { id, side: next } of changes) {
          if (next === null) {
            live.drop(id);
            now.delete(id);
          } else {
            live.put({ id, side: next });
            now.set(id, next);
          }
          if (changes.length % 3 === 0) live.likely(asked, "");
        }
        const entries = [...now];
        const fresh = likelyIn(
          makePool(
            entries.map(([, one]) => one),
            lexicon.parents,
          ),
          asked,
        ).map(({ at, order }) => [entries[at]?.[0] ?? "", order] as const);
        const found = live.likely(asked, "").map(({ held, order }) => [held.id, order] as const);
        expect(live.size()).toBe(now.size);
        expect(new Map(found)).toEqual(new Map(fresh));
      }),
      { numRuns: 60 },
    );
  });

  test("keeps its answers when parts fill up and empty", () => {
    const live = makeLivePool<{ id: string; side: Side }>(lexicon.parents);
    const offering = side([], ["boekhouding"]);
    for (let at = 0; at < 1_000; at += 1) live.put({ id: `i${at}`, side: offering });
    for (let at = 0; at < 900; at += 1) live.drop(`i${at}`);
    const found = live.likely(side(["boekhouding"], []), "i950");
    expect(found).toHaveLength(99);
    expect(live.size()).toBe(100);
    expect(live.get("i950")?.side).toBe(offering);
    expect(live.get("i5")).toBeUndefined();
  });
});

interface Item {
  readonly order: number;
  readonly kind: number;
  readonly late: boolean;
}
const RULES = {
  order: ({ order }: Item) => order,
  likeness: (a: Item, b: Item) => (a.kind === b.kind ? 1 : 0),
  late: ({ late }: Item) => late,
};

describe("a list without clones", () => {
  test("holds everybody once, with scores that fall", () => {
    const item = fc.record({ order: fc.integer({ min: 1, max: 10_000 }), kind: fc.integer({ min: 0, max: 4 }), late: fc.boolean() });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 40 }), (items) => {
        const list = diversified(items, RULES);
        expect(new Set(list.map((one) => one.item))).toEqual(new Set(items));
        list.slice(1).forEach(({ score }, at) => expect(score === 0 || score < (list[at]?.score ?? 0)).toBe(true));
        const early = items.filter(({ late }) => !late).length;
        const first = list.slice(0, FIRST);
        expect(first.filter((one) => !one.item.late)).toHaveLength(Math.min(FIRST, early));
      }),
    );
  });

  test("the best comes first, and of ten clones not five stand on top", () => {
    const clones = Array.from({ length: 10 }, (_, at): Item => ({ order: 900 - at, kind: 0, late: false }));
    const others = [1, 2, 3].map((kind): Item => ({ order: 700, kind, late: false }));
    const list = diversified([...clones, ...others], RULES).map(({ item }) => item.kind);
    expect(list[0]).toBe(0);
    expect(list.slice(0, FIRST).filter((kind) => kind === 0)).toHaveLength(2);
  });
});

describe("who helps", () => {
  test("more to do, slower answers and longer away never bring anybody higher", () => {
    const more = fc.record({
      carried: fc.integer({ min: 0, max: 20 }),
      most: fc.integer({ min: 0, max: 20 }),
      answersIn: fc.option(fc.integer({ min: 0, max: 2e9 })),
      quietFor: fc.option(fc.integer({ min: 0, max: 2e10 })),
    });
    fc.assert(
      fc.property(more, fc.integer({ min: 1, max: 5 }), (burden, by) => {
        const load = loadOf(burden);
        expect(load).toBeGreaterThanOrEqual(0);
        expect(load).toBeLessThanOrEqual(0.55 + 1e-9);
        expect(loadOf({ ...burden, carried: burden.carried + by })).toBeGreaterThanOrEqual(load);
        expect(loadOf({ ...burden, quietFor: (burden.quietFor ?? 0) + by * 1e8 })).toBeGreaterThanOrEqual(load);
        expect(loadOf({ ...burden, answersIn: (burden.answersIn ?? 0) + by * 1e8 })).toBeGreaterThanOrEqual(load);
        expect(hasRoom(burden)).toBe(burden.carried < burden.most);
      }),
    );
    expect([median([]), median([3]), median([5, 1]), median([9, 1, 2])]).toEqual([null, 3, 3, 2]);
  });
});
