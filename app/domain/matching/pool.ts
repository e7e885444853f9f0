import { coverage, crossOver, meetings, mutual, NEAR, raised, termWeight, TEXT_LEAST } from "./complementarity";
import { fitOf, orderOf } from "./fit";
import type { Dim, Parents, Side, TextVector, Verdict } from "./match";
import { compareIdeas } from "./model";
import type { Postings } from "./postings";
import { dots, postingsOf } from "./postings";
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

/** All needs, or all offers, of the pool. */
interface Shelf {
  readonly dims: readonly Dim[];
  readonly owners: Uint32Array;
  readonly byTerm: ReadonlyMap<string, readonly { readonly dim: number; readonly weight: number }[]>;
  readonly views: readonly { readonly name: View; readonly postings: Postings; readonly lengths: Float64Array }[];
}
type View = "native" | "pivot" | "letters";
const VIEWS: readonly View[] = ["native", "pivot", "letters"];
const SCALE = 10_000;
/** More than asked are compared in full, because sums in another order may differ in their last digit. */
const SPARE = 10;

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
  const found = likelyIn(pool, side, mode).filter(({ at }) => at !== place);
  const likely = found.sort((a, b) => b.order - a.order || a.at - b.at).slice(0, most + SPARE);
  return inFull(pool, side, likely, mode).slice(0, most);
}

/** Every side of a pool that shares something with a side from anywhere, in no order, and about what it would be ordered by. */
export function likelyIn(pool: Pool, side: Side, mode: Exclude<Mode, "similarity"> = "both"): { at: number; order: number }[] {
  const ours = coveredOfMine(pool, side);
  const theirs = coveredOfTheirs(pool, side);
  const found: { at: number; order: number }[] = [];
  for (let at = 0; at < ours.length; at += 1) {
    const mine = ours[at] as number;
    const yours = theirs[at] as number;
    if (mine + yours === 0) continue;
    const other = pool.sides[at] as Side;
    const order = (): number => orderOf(raised(mutual(mine, yours), crossOver(side, other).length), fitOf(side, other));
    found.push({ at, order: mode === "one-way" ? mine : order() });
  }
  return found;
}

function inFull({ sides, parents }: Pool, side: Side, likely: readonly { at: number; order: number }[], mode: Mode): PoolMatch[] {
  const full = likely.flatMap(({ at }): PoolMatch[] => {
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

/** Which part of our needs each side covers. */
function coveredOfMine(pool: Pool, side: Side): Float64Array {
  const { owners } = pool.offers;
  const covered = new Float64Array(pool.sides.length);
  const whole = side.needs.reduce((sum, need) => sum + need.weight, 0);
  for (const need of side.needs) {
    const best = new Float64Array(covered.length);
    const values = valuesOf(pool, need, pool.offers, "need");
    for (let dim = 0; dim < values.length; dim += 1) {
      const owner = owners[dim] as number;
      const value = values[dim] as number;
      if (value > (best[owner] as number)) best[owner] = value;
    }
    const part = need.weight / whole;
    for (let owner = 0; owner < best.length; owner += 1) covered[owner] = (covered[owner] as number) + part * (best[owner] as number);
  }
  return covered;
}

/** Which part of its needs each side finds with us. */
function coveredOfTheirs(pool: Pool, side: Side): Float64Array {
  const { dims, owners } = pool.needs;
  const best = new Float64Array(dims.length);
  for (const offer of side.offers) {
    const values = valuesOf(pool, offer, pool.needs, "offer");
    for (let dim = 0; dim < best.length; dim += 1) {
      const value = values[dim] as number;
      if (value > (best[dim] as number)) best[dim] = value;
    }
  }
  const covered = new Float64Array(pool.sides.length);
  const whole = new Float64Array(pool.sides.length);
  for (let dim = 0; dim < best.length; dim += 1) {
    const owner = owners[dim] as number;
    const { weight } = dims[dim] as Dim;
    covered[owner] = (covered[owner] as number) + weight * (best[dim] as number);
    whole[owner] = (whole[owner] as number) + weight;
  }
  for (let owner = 0; owner < covered.length; owner += 1) {
    if (covered[owner] !== 0) covered[owner] = (covered[owner] as number) / (whole[owner] as number);
  }
  return covered;
}

/** How well every dim of a shelf goes with one of ours, which is a need or an offer: what `meet` says, for all at once. */
function valuesOf(pool: Pool, own: Dim, shelf: Shelf, as: "need" | "offer"): Float64Array {
  const values = own.text === null ? new Float64Array(shelf.dims.length) : byWords(own.text, shelf, as);
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

function byWords(text: TextVector, shelf: Shelf, as: "need" | "offer"): Float64Array {
  const [native, pivot, letters] = shelf.views.map(({ name, postings, lengths }) => {
    const own = text[name];
    const sums = dots(postings, own);
    for (let dim = 0; dim < sums.length; dim += 1) {
      if (sums[dim] === 0) continue;
      const other = lengths[dim] as number;
      sums[dim] = (sums[dim] as number) * (as === "need" ? stretched(own.length, other) : stretched(other, own.length));
    }
    return sums;
  }) as [Float64Array, Float64Array, Float64Array];
  for (let dim = 0; dim < native.length; dim += 1) {
    const value = answered(native[dim] as number, pivot[dim] as number, letters[dim] as number);
    native[dim] = value < TEXT_LEAST ? 0 : value;
  }
  return native;
}

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
  const views = VIEWS.map((name) => {
    const vectors = dims.map((dim): Sparse => dim.text?.[name] ?? NOTHING);
    return { name, postings: postingsOf(vectors), lengths: Float64Array.from(vectors, ({ length }) => length) };
  });
  return { dims, owners: Uint32Array.from(sides.flatMap((side, at) => side[list].map(() => at))), byTerm, views };
}
