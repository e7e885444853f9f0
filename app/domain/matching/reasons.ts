import type { Meeting } from "./complementarity";
import type { Reason } from "./match";

/** Whole numbers that sum to `total`, in proportion to the weights: the largest remainders get what rounding leaves. */
export function apportion(total: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (whole <= 0) return weights.map((_, at) => (at === 0 ? total : 0));
  const exact = weights.map((weight) => (total * weight) / whole);
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact.map((value, at) => ({ at, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRemainder.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
}

/** A meeting as a reason, before its share is known. */
export function reasonOf(meeting: Meeting, direction: "ours" | "theirs"): Reason {
  const { need, offer, how, needTerm, offerTerm } = meeting;
  const { kind, guessed } = need;
  return { type: "meeting", needId: need.id, offerId: offer.id, kind, direction, share: 0, how, needTerm, offerTerm, guessed };
}

/** The same reasons from the other side. */
export function turned(reasons: readonly Reason[]): Reason[] {
  return reasons.map((reason) =>
    reason.type === "cross" ? reason : { ...reason, direction: reason.direction === "ours" ? "theirs" : "ours" },
  );
}
