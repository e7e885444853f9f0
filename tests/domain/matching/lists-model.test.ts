import fc from "#tests/support/fast-check";
import { describe, expect, test } from "vitest";
import { diversified, FIRST } from "~/domain/matching/diversify";
import { hasRoom, loadOf, median } from "~/domain/matching/load";
import type { Side } from "~/domain/matching/match";
import type { LivePool } from "~/domain/matching/live-pool";
import { makeLivePool } from "~/domain/matching/live-pool";
import { makePool, seek } from "~/domain/matching/pool";
import { makeShortlist } from "~/domain/matching/shortlist";
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
const change = fc.record({ id: fc.integer({ min: 0, max: 800 }).map(String), side: fc.option(sides) });

interface One {
  readonly id: string;
  readonly side: Side;
}

/** Everything that a pool offers to who looks for all. */
function allOf(live: LivePool<One>, asked: Side): Map<string, number> {
  const found = new Map<string, number>();
  live.seek(asked, { wants: () => true, take: ({ id }, order) => void found.set(id, order) });
  return found;
}

describe("a pool whose ideas change", () => {
  test("answers as one made anew, whatever came, changed and went", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 1_000, size: "max" }), sides, (changes, asked) => {
        const live = makeLivePool<One>(lexicon.parents);
        const now = new Map<string, Side>();
        for (const [at, { id, side: next }] of changes.entries()) {
          if (next === null) {
            live.drop(id);
            now.delete(id);
          } else {
            live.put({ id, side: next });
            now.set(id, next);
          }
          if (at % 397 === 0) allOf(live, asked);
          if (at % 211 === 0) live.settle();
        }
        const entries = [...now];
        const pool = makePool(
          entries.map(([, one]) => one),
          lexicon.parents,
        );
        const fresh = new Map<string, number>();
        seek(pool, asked, { wants: () => true, take: (at, order) => void fresh.set(entries[at]?.[0] ?? "", order) });
        expect(live.size()).toBe(now.size);
        expect(allOf(live, asked)).toEqual(fresh);
      }),
      { numRuns: 30 },
    );
  });

  test("the best few are those of all, whatever else is passed over", () => {
    fc.assert(
      fc.property(fc.array(sides, { maxLength: 60 }), sides, fc.integer({ min: 1, max: 9 }), (held, asked, places) => {
        const live = makeLivePool<One>(lexicon.parents);
        held.forEach((one, at) => live.put({ id: `i${at}`, side: one }));
        const list = makeShortlist<One>(places, (a, b) => a.id < b.id);
        live.seek(asked, { wants: (_, most) => list.open(most), take: list.add });
        const all = [...allOf(live, asked)].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
        expect(list.items.map(({ id }) => id)).toEqual(all.slice(0, places).map(([id]) => id));
      }),
      { numRuns: 60 },
    );
  });

  test("keeps its answers when parts fill up and empty", () => {
    const live = makeLivePool<One>(lexicon.parents);
    const offering = side([], ["boekhouding"]);
    for (let at = 0; at < 1_000; at += 1) live.put({ id: `i${at}`, side: offering });
    live.settle();
    expect(allOf(live, side(["boekhouding"], [])).size).toBe(1_000);
    for (let at = 0; at < 900; at += 1) live.drop(`i${at}`);
    expect(allOf(live, side(["boekhouding"], [])).size).toBe(100);
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
