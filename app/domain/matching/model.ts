import type { Meeting } from "./complementarity";
import { coverage, crossOver, meetings, mutual, raised } from "./complementarity";
import { fitOf, orderOf } from "./fit";
import type { Dim, Parents, Reason, Side, Verdict } from "./match";
import { apportion, reasonOf } from "./reasons";
import { cosine } from "./text";

const ALIKE_TEXT = 0.8;
const ALIKE_TERMS = 0.75;
const ALIKE_TERMS_LEAST = 3;
const ORDER_SCALE = 10_000;

interface Scored {
  readonly reason: Reason;
  /** What the number would lose without it. */
  readonly loss: number;
}

/** How two ideas complete each other, seen from the first; null when no need of either is met. Alike from both sides but for the direction of the reasons. */
export function compareIdeas(a: Side, b: Side, parents: Parents): Verdict | null {
  const ours = meetings(a.needs, b.offers, parents);
  const theirs = meetings(b.needs, a.offers, parents);
  if (ours.length === 0 && theirs.length === 0) return null;
  const covered = [coverage(a.needs, ours), coverage(b.needs, theirs)] as const;
  const base = mutual(...covered);
  const crosses = crossOver(a, b);
  const value = raised(base, crosses.length);
  const scored: Scored[] = [
    ...ours.map((met, at) => ({
      reason: reasonOf(met, "ours"),
      loss: base - mutual(coverage(a.needs, without(ours, at)), covered[1]),
    })),
    ...theirs.map((met, at) => ({
      reason: reasonOf(met, "theirs"),
      loss: base - mutual(covered[0], coverage(b.needs, without(theirs, at))),
    })),
    ...crosses.map((cross): Scored => ({ reason: { type: "cross", cross, share: 0 }, loss: (value - base) / crosses.length })),
  ];
  return verdict(value, fitOf(a, b), scored, areAlike(a, b));
}

/** How a person helps an idea: what their offers cover of its needs. Null when that is nothing. */
export function compareToPerson(idea: Side, person: Side, parents: Parents): Verdict | null {
  const ours = meetings(idea.needs, person.offers, parents);
  if (ours.length === 0) return null;
  const scored = ours.map((met) => ({ reason: reasonOf(met, "ours"), loss: met.need.weight * met.value }));
  return verdict(coverage(idea.needs, ours), fitOf(idea, person), scored, false);
}

function verdict(value: number, fit: number, scored: readonly Scored[], alike: boolean): Verdict {
  const complementarity = Math.round(100 * Math.min(1, value));
  const shares = apportion(
    complementarity,
    scored.map(({ loss }) => Math.max(0, loss)),
  );
  const reasons = scored.map(({ reason }, at) => ({ ...reason, share: shares[at] ?? 0 }));
  reasons.sort((a, b) => Number(a.type === "cross") - Number(b.type === "cross") || b.share - a.share);
  return { complementarity, fit: Math.round(100 * fit), order: Math.round(ORDER_SCALE * orderOf(value, fit)), reasons, alike };
}

function without(met: readonly Meeting[], at: number): Meeting[] {
  return met.filter((_, other) => other !== at);
}

/** Nearly the same: in their texts where both may count, else in the terms of what they look for and offer within one domain. */
function areAlike(a: Side, b: Side): boolean {
  if (a.gist !== null && b.gist !== null && cosine(a.gist, b.gist) > ALIKE_TEXT) return true;
  if (a.domainId === null || a.domainId !== b.domainId) return false;
  const ids = (dims: readonly Dim[], list: string): string[] => dims.flatMap(({ termIds }) => termIds.map((id) => `${list}:${id}`));
  const mine = new Set([...ids(a.needs, "need"), ...ids(a.offers, "offer")]);
  const yours = new Set([...ids(b.needs, "need"), ...ids(b.offers, "offer")]);
  const both = [...mine].filter((id) => yours.has(id)).length;
  return both >= ALIKE_TERMS_LEAST && both / (mine.size + yours.size - both) > ALIKE_TERMS;
}
