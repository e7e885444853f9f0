import type { Parents, Side } from "./match";
import type { Pool } from "./pool";
import { childrenOf, likelyIn, makePool } from "./pool";

/** So many sides make one part; only the part that takes new ones is ever made anew, in some 10 ms. */
const PART_SIZE = 256;
/** A part of which more than this is gone gives up the rest to the newest part. */
const GONE_MOST = 0.5;

/** Something that is compared, by an id that stays when its side changes. */
export interface Held {
  readonly id: string;
  readonly side: Side;
}
export interface Likely<T extends Held> {
  readonly held: T;
  /** About what it would be ordered by; 0 to 1. */
  readonly order: number;
}

/** A pool whose sides come, change and go, one at a time. */
export interface LivePool<T extends Held> {
  readonly size: () => number;
  readonly get: (id: string) => T | undefined;
  /** Takes in what is held, instead of what was held by the same id. */
  readonly put: (held: T) => void;
  readonly drop: (id: string) => void;
  /** Everything held that shares something with a side, best first; what is held by `except` is left out. */
  readonly likely: (side: Side, except: string) => Likely<T>[];
}

interface Part<T> {
  items: (T | null)[];
  here: number;
  pool: Pool | null;
}

/** An empty live pool over a taxonomy. What it answers is what one fresh pool of all that it holds would answer. */
export function makeLivePool<T extends Held>(parents: Parents): LivePool<T> {
  const children = childrenOf(parents);
  const places = new Map<string, { readonly part: Part<T>; readonly at: number }>();
  let newest: Part<T> = { items: [], here: 0, pool: null };
  let parts = [newest];

  const take = (held: T): void => {
    if (newest.items.length >= PART_SIZE) {
      newest = { items: [], here: 0, pool: null };
      parts.push(newest);
    }
    places.set(held.id, { part: newest, at: newest.items.length });
    newest.items.push(held);
    newest.here += 1;
    newest.pool = null;
  };
  const remove = (id: string): void => {
    const place = places.get(id);
    if (!place) return;
    const { part, at } = place;
    places.delete(id);
    part.items[at] = null;
    part.here -= 1;
    if (part === newest || part.here >= part.items.length * GONE_MOST) return;
    parts = parts.filter((one) => one !== part);
    for (const held of part.items) if (held !== null) take(held);
  };
  const poolOf = (part: Part<T>): Pool => (part.pool ??= made(part));
  const made = (part: Part<T>): Pool => {
    const items = part.items.filter((held) => held !== null);
    part.items = items;
    items.forEach((held, at) => places.set(held.id, { part, at }));
    return makePool(
      items.map(({ side }) => side),
      parents,
      children,
    );
  };

  return {
    size: () => places.size,
    get: (id) => {
      const place = places.get(id);
      return place?.part.items[place.at] ?? undefined;
    },
    put: (held) => {
      remove(held.id);
      take(held);
    },
    drop: remove,
    likely: (side, except) =>
      parts
        .flatMap((part) =>
          likelyIn(poolOf(part), side).flatMap(({ at, order }): Likely<T>[] => {
            const held = part.items[at];
            return held && held.id !== except ? [{ held, order }] : [];
          }),
        )
        .sort((a, b) => b.order - a.order || (a.held.id < b.held.id ? -1 : 1)),
  };
}
