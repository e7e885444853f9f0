import type { CriterionInput } from "../rubric";

export const FULL_WEIGHT = 100;
type Weighed = Pick<CriterionInput, "code" | "weight" | "counted">;

/** What the weights that count come to together. */
export function sumOf(criteria: readonly Weighed[]): number {
  return criteria.reduce((sum, { weight, counted }) => sum + (counted ? weight : 0), 0);
}

/**
 * The criteria with the weights that count shared out anew so that they come to 100: in the proportion they have, or evenly when none
 * weighs anything. Whole percents; what rounding leaves goes to the largest remainders, the earlier first. Shown only weighs 0.
 */
export function spread<C extends Weighed>(criteria: readonly C[]): C[] {
  const sum = sumOf(criteria);
  const counting = criteria.filter(({ counted }) => counted).length;
  const exact = criteria.map(({ weight, counted }) => {
    if (!counted) return 0;
    return sum === 0 ? FULL_WEIGHT / counting : (weight * FULL_WEIGHT) / sum;
  });
  const whole = exact.map(Math.floor);
  const left = counting === 0 ? 0 : FULL_WEIGHT - whole.reduce((total, one) => total + one, 0);
  const byRemainder = exact.map((one, i) => ({ i, rest: one - Math.floor(one) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder.filter(({ i }) => criteria[i]?.counted).slice(0, left)) whole[i] = (whole[i] ?? 0) + 1;
  return criteria.map((criterion, i) => ({ ...criterion, weight: whole[i] ?? 0 }));
}

/** The same with every weight that counts equal, give or take one percent. */
export function even<C extends Weighed>(criteria: readonly C[]): C[] {
  return spread(criteria.map((criterion) => ({ ...criterion, weight: 0 })));
}

/** Gives what is short of 100, or takes what is over it, from one criterion. Null when it would weigh less than 0. */
export function restTo<C extends Weighed>(criteria: readonly C[], code: string): C[] | null {
  const rest = FULL_WEIGHT - sumOf(criteria);
  const given = criteria.map((one) => (one.code === code && one.counted ? { ...one, weight: one.weight + rest } : one));
  const fits = sumOf(given) === FULL_WEIGHT && given.every(({ weight }) => weight >= 0 && weight <= FULL_WEIGHT);
  return fits ? given : null;
}
