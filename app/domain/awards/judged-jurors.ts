import type { Judged } from "./verdict-of";

type Effect = Judged["jurors"][number];

/**
 * How strict each juror is over all rubrics they scored by: the mean of what each says, a sheet counting once. Their sheets by different
 * rubrics are judged apart, so that the errors are independent.
 */
export function jurorsOfAll(judged: readonly Pick<Judged, "jurors">[]): Effect[] {
  const byJuror = new Map<string, Effect[]>();
  for (const one of judged.flatMap(({ jurors }) => jurors)) byJuror.set(one.juror, [...(byJuror.get(one.juror) ?? []), one]);
  return [...byJuror.values()].flatMap((all) => {
    const [first] = all;
    if (!first || all.length === 1) return all;
    const n = all.reduce((sum, one) => sum + one.n, 0);
    const effect = all.reduce((sum, one) => sum + one.n * one.effect, 0) / n;
    const se = Math.sqrt(all.reduce((sum, one) => sum + (one.n * one.se) ** 2, 0)) / n;
    return [{ ...first, n, effect, se, calibrated: all.every(({ calibrated }) => calibrated) }];
  });
}
