import type { Side } from "./match";
import { dot } from "./sparse";

/** How much of a place in a list is earned by what it completes; the rest is lost by being like one above it (MMR, Carbonell and Goldstein 1998). */
const EARNED = 0.7;
/** After so many places everybody keeps what they have: nobody compares clones on the third page. */
const WEIGHED = 10;
const SCALE = 10_000;
/** So many of a list count as shown. */
export const FIRST = 5;
/** In so many lists an idea may stand among the first. */
export const EXPOSED_MOST = 8;

export interface Placed<T> {
  readonly item: T;
  /** Falls with each place; from 0 to 10,000. */
  readonly score: number;
}
export interface Diversity<T> {
  /** What is earned without regard to the others; above 0. */
  readonly order: (item: T) => number;
  /** How alike two are, 0 to 1. */
  readonly likeness: (a: T, b: T) => number;
  /** Whether it may not stand among the first five. */
  readonly late: (item: T) => boolean;
}

/** A list without clones near its top: each place goes to whom completes most and is least like those above. Who is late comes after the first five, if there are so many. */
export function diversified<T>(items: readonly T[], rules: Diversity<T>): Placed<T>[] {
  const best = Math.max(1, ...items.map(rules.order));
  const waiting = items.map((item) => ({ item, late: rules.late(item), earned: rules.order(item) / best, like: 0 }));
  const placed: Placed<T>[] = [];
  const worth = ({ earned, like }: (typeof waiting)[number]): number => EARNED * earned - (1 - EARNED) * like;
  let last = SCALE + 1;
  let early = waiting.filter(({ late }) => !late).length;
  while (waiting.length > 0) {
    const keepsLate = placed.length < FIRST && early > 0;
    let at = -1;
    waiting.forEach((one, place) => {
      if (keepsLate && one.late) return;
      const leader = waiting[at];
      if (!leader || worth(one) > worth(leader)) at = place;
    });
    const [next] = waiting.splice(at, 1);
    if (!next) break;
    if (!next.late) early -= 1;
    last = Math.max(0, Math.min(last - 1, Math.round(SCALE * (worth(next) + 1 - EARNED))));
    placed.push({ item: next.item, score: last });
    if (placed.length > WEIGHED) continue;
    for (const one of waiting) one.like = Math.max(one.like, rules.likeness(one.item, next.item));
  }
  return placed;
}

/** Where somebody stands in a list whom no one above is like; `best` is the order of the first. */
export const scoreAlone = (order: number, best: number): number =>
  Math.round(SCALE * (EARNED * Math.min(1, order / Math.max(1, best)) + 1 - EARNED));

/** A side with its terms ready to be compared with many. */
export interface Likenable {
  readonly side: Side;
  readonly terms: ReadonlySet<string>;
}

/** Makes a side ready to be compared with many. */
export function likenable(side: Side): Likenable {
  const terms = new Set<string>();
  for (const dim of side.needs) for (const id of dim.termIds) terms.add(`need:${id}`);
  for (const dim of side.offers) for (const id of dim.termIds) terms.add(`offer:${id}`);
  return { side, terms };
}

/** How alike two sides are for who reads a list, 0 to 1: by the words of their texts where both may count, and by the terms of what they offer and look for. */
export function likeness(a: Likenable, b: Likenable): number {
  const [mine, yours] = [a.side.gist, b.side.gist];
  const words = mine !== null && yours !== null ? Math.max(dot(mine.native, yours.native), dot(mine.pivot, yours.pivot)) : 0;
  return Math.max(words, sameTerms(a.terms, b.terms));
}

function sameTerms(mine: ReadonlySet<string>, yours: ReadonlySet<string>): number {
  let both = 0;
  for (const term of mine) if (yours.has(term)) both += 1;
  return both === 0 ? 0 : both / (mine.size + yours.size - both);
}
