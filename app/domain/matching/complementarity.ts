import type { Cross, Dim, Parents, Side } from "./match";
import { answering } from "./text";

/** Below this, two texts share too little to be a reason. */
export const TEXT_LEAST = 0.15;
const FLOOR = 0.02;
/** What cross-over adds at most, as a part of what is missing. */
const CROSS_MAX = 0.15;
export const NEAR = 0.5;

/** A need with the offer that meets it best; `value` runs from 0 to 1. */
export interface Meeting {
  readonly need: Dim;
  readonly offer: Dim;
  readonly value: number;
  readonly how: "same" | "near" | "words";
  readonly needTerm: string | null;
  readonly offerTerm: string | null;
}

/** How close two terms lie: 1 the same, 0.5 parent and child or children of one parent, else 0. */
export function closeness(a: string, b: string, parents: Parents): number {
  if (a === b) return 1;
  const [up, across] = [parents.get(a) ?? null, parents.get(b) ?? null];
  return up === b || across === a || (up !== null && up === across) ? NEAR : 0;
}

/** How much a term counts that is a part of what the words say. */
export const termWeight = (dim: Dim, at: number): number => Math.sqrt(dim.shares?.[at] ?? 1);

/** How well an offer meets a need: by their terms, or by their words where both may count. Null when it does not. */
export function meet(need: Dim, offer: Dim, parents: Parents): Meeting | null {
  let best: Meeting | null = null;
  for (const [i, needTerm] of need.termIds.entries()) {
    for (const [j, offerTerm] of offer.termIds.entries()) {
      const close = closeness(needTerm, offerTerm, parents);
      const value = close * termWeight(need, i) * termWeight(offer, j);
      if (value > (best?.value ?? 0)) best = { need, offer, value, how: close === 1 ? "same" : "near", needTerm, offerTerm };
    }
  }
  if (best?.value === 1 || need.text === null || offer.text === null) return best;
  const alike = answering(need.text, offer.text);
  if (alike < TEXT_LEAST || alike <= (best?.value ?? 0)) return best;
  // A term that both name says why in better words, however much else they share.
  return best?.how === "same" ? { ...best, value: alike } : { need, offer, value: alike, how: "words", needTerm: null, offerTerm: null };
}

/** For each need that is met at all, the offer that meets it best. */
export function meetings(needs: readonly Dim[], offers: readonly Dim[], parents: Parents): Meeting[] {
  return needs.flatMap((need) => {
    let best: Meeting | null = null;
    for (const offer of offers) {
      const one = meet(need, offer, parents);
      if (one && one.value > (best?.value ?? 0)) best = one;
    }
    return best ? [best] : [];
  });
}

/** The part of the needs, by weight, that is met: 0 to 1. An added offer never lowers it. */
export function coverage(needs: readonly Dim[], met: readonly Meeting[]): number {
  const whole = needs.reduce((sum, need) => sum + need.weight, 0);
  return whole === 0 ? 0 : met.reduce((sum, { need, value }) => sum + need.weight * value, 0) / whole;
}

/** The geometric mean of what each covers of the other: 0 when neither covers anything. */
export function mutual(ours: number, theirs: number): number {
  return ours <= 0 && theirs <= 0 ? 0 : Math.sqrt(Math.max(ours, FLOOR) * Math.max(theirs, FLOOR));
}

/** The differences that add something: another domain, a neighbouring step of production, another audience. */
export function crossOver(a: Side, b: Side): Cross[] {
  const found: Cross[] = [];
  if (a.domainId !== null && b.domainId !== null && a.domainId !== b.domainId) found.push("domain");
  if (a.step !== null && b.step !== null && Math.abs(a.step - b.step) === 1) found.push("step");
  const shared = a.audiences.some((audience) => b.audiences.includes(audience));
  if (a.audiences.length > 0 && b.audiences.length > 0 && !shared) found.push("audience");
  return found;
}

/** As many differences as a side can have with any other. */
export const crossingsMost = ({ domainId, step, audiences }: Side): number =>
  Number(domainId !== null) + Number(step !== null) + Number(audiences.length > 0);

/** Raises what is met towards 1 by the cross-overs; nothing stays nothing. */
export function raised(base: number, crossings: number): number {
  return base === 0 ? 0 : base + CROSS_MAX * (crossings / 3) * (1 - base);
}
