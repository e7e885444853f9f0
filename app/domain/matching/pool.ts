import { coverage, crossingsMost, crossOver, meetings, mutual, NEAR, raised, termWeight, TEXT_LEAST } from "./complementarity";
import { fitOf, orderOf } from "./fit";
import type { Dim, Parents, Side, TextVector, Verdict } from "./match";
import { compareIdeas } from "./model";
import type { Postings } from "./postings";
import { dots, postingsOf } from "./postings";
import { makeShortlist } from "./shortlist";
import type { Sparse } from "./sparse";
import { NOTHING } from "./sparse";
import { answered, cosine, stretched } from "./text";

export const MODES = ["both", "one-way", "similarity"] as const;
/** What a list is ordered by: what both complete in each other, what the other covers of our needs, or how alike they are. */
export type Mode = (typeof MODES)[number];

/** Many sides that are compared with each other again and again: their needs and offers by term and by feature. */
export interface Pool {
  readonly sides: readonly Side[];
  readonly parents: Parents;
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly needs: Shelf;
  readonly offers: Shelf;
}
export interface PoolMatch {
  /** Place of the other side in the pool. */
  readonly at: number;
  /** What it was ordered by; 0 to 10,000. */
  readonly score: number;
  readonly verdict: Verdict;
}

/** Who looks for sides in a pool. */
export interface Seeker {
  /** Whether a side is of use that is ordered by at most this. */
  readonly wants: (at: number, most: number) => boolean;
  readonly take: (at: number, order: number) => void;
}

/** All needs, or all offers, of the pool. */
interface Shelf {
  readonly size: number;
  readonly owners: Uint32Array;
  readonly weights: Float64Array;
  /** The weights of each side together. */
  readonly wholes: Float64Array;
  readonly byTerm: ReadonlyMap<string, readonly { readonly dim: number; readonly weight: number }[]>;
  readonly views: readonly ShelfView[];
}
interface ShelfView {
  readonly name: View;
  readonly postings: Postings;
  readonly lengths: Float64Array;
  readonly shortest: number;
  readonly longest: number;
}
type View = "native" | "pivot" | "letters";
const VIEWS: readonly View[] = ["native", "pivot", "letters"];
const SCALE = 10_000;
/** More than asked are compared in full, because sums in another order may differ in their last digit. */
const SPARE = 10;
const ROOM_LEAST = 1024;
const ROUNDING = 1e-9;

/** The children of each term. */
export function childrenOf(parents: Parents): ReadonlyMap<string, readonly string[]> {
  const children = new Map<string, string[]>();
  for (const [id, parent] of parents) {
    const there = parent === null ? undefined : children.get(parent);
    if (there) there.push(id);
    else if (parent !== null) children.set(parent, [id]);
  }
  return children;
}

/** Makes a pool ready: about 1 s for 10,000 ideas. */
export function makePool(sides: readonly Side[], parents: Parents, children = childrenOf(parents)): Pool {
  return { sides, parents, children, needs: shelfOf(sides, "needs"), offers: shelfOf(sides, "offers") };
}

/** The sides that go best with the one at `place`, best first. They are found by what they share with it: no text is read, and no side that shares nothing is looked at. */
export function bestFor(pool: Pool, place: number, most: number, mode: Mode = "both"): PoolMatch[] {
  const side = pool.sides[place];
  if (!side) return [];
  if (mode === "similarity") return mostAlike(pool, place, side, most);
  const likely = makeShortlist<number>(most + SPARE, (a, b) => a < b);
  const wants = (at: number, order: number): boolean => at !== place && likely.open(order);
  seek(pool, side, { wants, take: likely.add }, mode);
  return inFull(pool, side, likely.items, mode).slice(0, most);
}

/**
 * Offers every side of a pool that shares something with a side from anywhere, in no order, with about what it would be ordered by.
 * What the two cover is known first; only for who is still wanted then the rest is asked.
 */
export function seek(pool: Pool, side: Side, { wants, take }: Seeker, mode: Exclude<Mode, "similarity"> = "both"): void {
  const { sides } = pool;
  const ours = coveredOfMine(pool, side);
  const theirs = coveredOfTheirs(pool, side);
  const crossings = crossingsMost(side);
  for (let at = 0; at < sides.length; at += 1) {
    const mine = ours[at] as number;
    const yours = theirs[at] as number;
    if (mine + yours === 0) continue;
    const base = mode === "one-way" ? mine : mutual(mine, yours);
    if (!wants(at, mode === "one-way" ? base : raised(base, crossings))) continue;
    const other = sides[at] as Side;
    take(at, mode === "one-way" ? base : orderOf(raised(base, crossOver(side, other).length), fitOf(side, other)));
  }
}

function inFull({ sides, parents }: Pool, side: Side, likely: readonly number[], mode: Mode): PoolMatch[] {
  const full = likely.flatMap((at): PoolMatch[] => {
    const other = sides[at];
    const verdict = other ? compareIdeas(side, other, parents) : null;
    if (!other || verdict === null || verdict.complementarity === 0) return [];
    const oneWay = (): number => Math.round(SCALE * coverage(side.needs, meetings(side.needs, other.offers, parents)));
    return [{ at, score: mode === "one-way" ? oneWay() : verdict.order, verdict }];
  });
  return full.sort((a, b) => b.score - a.score || a.at - b.at);
}

/** By likeness alone, to compare with: it looks at every side. */
function mostAlike({ sides, parents }: Pool, place: number, side: Side, most: number): PoolMatch[] {
  const found = sides.flatMap((other, at) => {
    const alike = at === place || side.gist === null || other.gist === null ? 0 : cosine(side.gist, other.gist);
    return alike === 0 ? [] : [{ at, other, score: Math.round(SCALE * alike) }];
  });
  const nothing: Verdict = { complementarity: 0, fit: 0, order: 0, reasons: [], alike: false };
  return found
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, most)
    .map(({ at, other, score }) => ({
      at,
      score,
      verdict: compareIdeas(side, other, parents) ?? { ...nothing, fit: Math.round(100 * fitOf(side, other)) },
    }));
}

/** Room for numbers that is used again at each question: nothing is awaited between two uses. */
const room = new Map<string, Float64Array<ArrayBuffer>>();

/** So many zeros, until the same room is asked for again. */
function zeros(name: "best" | "mine" | "theirs" | "values" | View, size: number): Float64Array<ArrayBuffer> {
  const there = room.get(name);
  if (!there || there.length < size) {
    const made = new Float64Array(Math.max(ROOM_LEAST, size));
    room.set(name, made);
    return made;
  }
  there.fill(0, 0, size);
  return there;
}

/** Which part of our needs each side covers. */
function coveredOfMine(pool: Pool, side: Side): Float64Array {
  const { owners, size } = pool.offers;
  const count = pool.sides.length;
  const covered = zeros("mine", count);
  const whole = side.needs.reduce((sum, need) => sum + need.weight, 0);
  for (const need of side.needs) {
    const best = zeros("best", count);
    const values = valuesOf(pool, need, pool.offers, "need");
    for (let dim = 0; dim < size; dim += 1) {
      const value = values[dim] as number;
      if (value === 0) continue;
      const owner = owners[dim] as number;
      if (value > (best[owner] as number)) best[owner] = value;
    }
    const part = need.weight / whole;
    for (let owner = 0; owner < count; owner += 1) covered[owner] = (covered[owner] as number) + part * (best[owner] as number);
  }
  return covered;
}

/** Which part of its needs each side finds with us. */
function coveredOfTheirs(pool: Pool, side: Side): Float64Array {
  const { owners, weights, wholes, size } = pool.needs;
  const best = zeros("best", size);
  for (const offer of side.offers) {
    const values = valuesOf(pool, offer, pool.needs, "offer");
    for (let dim = 0; dim < size; dim += 1) {
      const value = values[dim] as number;
      if (value > (best[dim] as number)) best[dim] = value;
    }
  }
  const covered = zeros("theirs", pool.sides.length);
  for (let dim = 0; dim < size; dim += 1) {
    if (best[dim] === 0) continue;
    const owner = owners[dim] as number;
    covered[owner] = (covered[owner] as number) + (weights[dim] as number) * (best[dim] as number);
  }
  for (let owner = 0; owner < pool.sides.length; owner += 1) {
    if (covered[owner] !== 0) covered[owner] = (covered[owner] as number) / (wholes[owner] as number);
  }
  return covered;
}

/** How well every dim of a shelf goes with one of ours, which is a need or an offer: what `meet` says, for all at once. */
function valuesOf(pool: Pool, own: Dim, shelf: Shelf, as: "need" | "offer"): Float64Array {
  const values = zeros("values", shelf.size);
  if (own.text !== null) byWords(own.text, shelf, as, values);
  own.termIds.forEach((termId, at) => {
    for (const [near, close] of nearTerms(pool, termId)) {
      for (const { dim, weight } of shelf.byTerm.get(near) ?? []) {
        const value = close * termWeight(own, at) * weight;
        if (value > (values[dim] as number)) values[dim] = value;
      }
    }
  });
  return values;
}

function byWords(text: TextVector, { size, views }: Shelf, as: "need" | "offer", values: Float64Array): void {
  const [native, pivot, letters] = views.map(({ name, postings }) => dots(postings, text[name], zeros(name, size))) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const [ofNative, ofPivot, ofLetters] = views as [ShelfView, ShelfView, ShelfView];
  const by = (view: ShelfView, dim: number): number => stretchOf(text[view.name].length, view.lengths[dim] as number, as);
  // No value is above this many times what is shared: most are out by that alone.
  const most = Math.max(...views.map((view) => stretchOf(text[view.name].length, as === "need" ? view.longest : view.shortest, as)));
  const least = (TEXT_LEAST / most) * (1 - ROUNDING);
  for (let dim = 0; dim < size; dim += 1) {
    const [n, p, l] = [native[dim] as number, pivot[dim] as number, letters[dim] as number];
    if (n < least && p < least && (n + l) / 2 < least && (p + l) / 2 < least) continue;
    const value = answered(n * by(ofNative, dim), p * by(ofPivot, dim), l * by(ofLetters, dim));
    if (value >= TEXT_LEAST) values[dim] = value;
  }
}

const stretchOf = (own: number, other: number, as: "need" | "offer"): number =>
  as === "need" ? stretched(own, other) : stretched(other, own);

/** A term with what lies near it, and how near. */
function nearTerms({ parents, children }: Pool, termId: string): Map<string, number> {
  const parent = parents.get(termId) ?? null;
  const around = [...(parent === null ? [] : [parent, ...(children.get(parent) ?? [])]), ...(children.get(termId) ?? [])];
  return new Map([...around.map((id) => [id, NEAR] as const), [termId, 1]]);
}

function shelfOf(sides: readonly Side[], list: "needs" | "offers"): Shelf {
  const dims = sides.flatMap((side) => side[list]);
  const byTerm = new Map<string, { dim: number; weight: number }[]>();
  dims.forEach((dim, place) => {
    dim.termIds.forEach((id, at) => {
      const there = byTerm.get(id) ?? [];
      byTerm.set(id, there);
      there.push({ dim: place, weight: termWeight(dim, at) });
    });
  });
  const views = VIEWS.map((name): ShelfView => {
    const vectors = dims.map((dim): Sparse => dim.text?.[name] ?? NOTHING);
    const lengths = Float64Array.from(vectors, ({ length }) => length);
    const there = lengths.filter((_, at) => (vectors[at] as Sparse).ids.length > 0);
    const [shortest, longest] = [there.reduce((a, b) => Math.min(a, b), Infinity), there.reduce((a, b) => Math.max(a, b), 0)];
    return { name, postings: postingsOf(vectors), lengths, shortest, longest };
  });
  const weightsOf = (side: Side): number[] => side[list].map(({ weight }) => weight);
  return {
    size: dims.length,
    owners: Uint32Array.from(sides.flatMap((side, at) => side[list].map(() => at))),
    weights: Float64Array.from(sides.flatMap(weightsOf)),
    wholes: Float64Array.from(sides, (side) => weightsOf(side).reduce((sum, weight) => sum + weight, 0)),
    byTerm,
    views,
  };
}
