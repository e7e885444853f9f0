import type { Parents, Side } from "./match";
import type { Pool } from "./pool";
import { childrenOf, makePool, seek } from "./pool";

/** So many sides make a small part. Only the newest part takes new ones and is made anew at the next question, in some 3 ms. */
const SMALL = 64;
/** So many small parts become one large one, made once in some 20 ms: many small ones would cost each question more. */
const SMALL_MOST = 8;
/** A part of which more than this is gone gives up the rest to the newest part. */
const GONE_MOST = 0.5;

/** Something that is compared, by an id that stays when its side changes. */
export interface Held {
  readonly id: string;
  readonly side: Side;
}
/** Who looks for what is held. Orders run from 0 to 1. */
export interface HeldSeeker<T extends Held> {
  /** Whether one is of use that is ordered by at most this. */
  readonly wants: (held: T, most: number) => boolean;
  readonly take: (held: T, order: number) => void;
}

/** A pool whose sides come, change and go, one at a time. */
export interface LivePool<T extends Held> {
  readonly size: () => number;
  readonly get: (id: string) => T | undefined;
  /** Takes in what is held, instead of what was held by the same id. */
  readonly put: (held: T) => void;
  readonly drop: (id: string) => void;
  /** Makes ready what will not change soon, so that no question has to make many parts in one go. */
  readonly settle: () => void;
  /** Offers everything held that shares something with a side, in no order, with about what it would be ordered by. */
  readonly seek: (side: Side, seeker: HeldSeeker<T>) => void;
}

interface Part<T> {
  items: (T | null)[];
  here: number;
  pool: Pool | null;
}

interface Place<T> {
  readonly part: Part<T>;
  readonly at: number;
}

/** An empty live pool over a taxonomy. What it answers is what one fresh pool of all that it holds would answer. */
export function makeLivePool<T extends Held>(parents: Parents): LivePool<T> {
  const children = childrenOf(parents);
  const places = new Map<string, Place<T>>();
  let newest = partOf<T>([]);
  let parts = [newest];

  const locate = (part: Part<T>): void => part.items.forEach((held, at) => held && places.set(held.id, { part, at }));
  const take = (held: T): void => {
    if (newest.items.length >= SMALL) {
      newest = partOf<T>([]);
      parts.push(newest);
      merge();
    }
    places.set(held.id, { part: newest, at: newest.items.length });
    newest.items.push(held);
    newest.here += 1;
    newest.pool = null;
  };
  const merge = (): void => {
    const small = parts.filter((part) => part !== newest && part.items.length <= SMALL);
    if (small.length < SMALL_MOST) return;
    const large = partOf(small.flatMap(presentIn));
    locate(large);
    parts = [large, ...parts.filter((part) => !small.includes(part))];
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
  const poolOf = (part: Part<T>): Pool => {
    if (part.pool !== null) return part.pool;
    const items = presentIn(part);
    part.items = items;
    locate(part);
    const sides = items.map(({ side }) => side);
    return (part.pool = makePool(sides, parents, children));
  };

  return {
    size: () => places.size,
    get: (id) => heldAt(places.get(id)),
    put: (held) => {
      remove(held.id);
      take(held);
    },
    drop: remove,
    settle: () => {
      for (const part of parts) if (part !== newest && part.items.length > SMALL) poolOf(part);
    },
    seek: (side, seeker) => {
      for (const part of parts) seekIn(poolOf(part), part.items, side, seeker);
    },
  };
}

const partOf = <T>(items: T[]): Part<T> => ({ items, here: items.length, pool: null });

const heldAt = <T>(place: Place<T> | undefined): T | undefined => place?.part.items[place.at] ?? undefined;

const presentIn = <T>({ items }: Part<T>): T[] => items.filter((held) => held !== null);

function seekIn<T extends Held>(pool: Pool, items: readonly (T | null)[], side: Side, { wants, take }: HeldSeeker<T>): void {
  seek(pool, side, {
    wants: (at, most) => {
      const held = items[at];
      return held ? wants(held, most) : false;
    },
    take: (at, order) => take(items[at] as T, order),
  });
}
