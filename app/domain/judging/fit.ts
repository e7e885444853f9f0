import { tridiagonal } from "../assignment/eigen";
import type { Design, Part } from "./design";
import { panelOf, tieMatrix } from "./design";
import { factorOf, inverseOf, solve } from "./positive";

/** Between these λ is looked for; at the upper one the adjusted score is the raw mean. */
export const LAMBDA = { least: 0.05, most: 1_000 } as const;

/** Scores t = θ of the entry + b of the juror + e, entries fixed, jurors b ~ N(0, residual / λ), e ~ N(0, residual). */
export interface Fit {
  readonly design: Design;
  readonly lambda: number;
  /** Variance of what neither entry nor juror explains. */
  readonly residual: number;
  /** Tells that the scores themselves gave the residual; otherwise it is the spread of the entries, which can only be larger. */
  readonly estimated: boolean;
  /** By entry: the mean of its sheets, the mean without what its jurors add or take, and its standard error. */
  readonly raw: Float64Array;
  readonly adjusted: Float64Array;
  readonly se: Float64Array;
  /** By juror: how much milder (more) or stricter (less) than others, shrunk, and its standard error. */
  readonly effect: Float64Array;
  readonly effectSe: Float64Array;
  /** (N + λI)⁻¹ of each part, in the order of its jurors. */
  readonly inverses: readonly Float64Array[][];
  /** L Lᵀ = N + λI of each part, with its jurors in an order that does not depend on what they are called. */
  readonly roots: readonly Root[];
}
export interface Root {
  readonly jurors: readonly number[];
  readonly factor: readonly Float64Array[];
}

/** What of a fit stays when other scores stand on the same sheets: λ and the matrices. */
export type Frame = Pick<Fit, "design" | "lambda" | "inverses">;

/** Raw means, what each juror has more than the panels they sat on, and the squares within entries. */
function within(design: Design, value: (sheet: number) => number) {
  const raw = new Float64Array(design.entries.length);
  const more = new Float64Array(design.jurors.length);
  let squares = 0;
  for (let i = 0; i < raw.length; i += 1) {
    const [from, until] = [design.start[i] ?? 0, design.start[i + 1] ?? 0];
    // From the first value on, so that equal scores have exactly their mean.
    const first = value(from);
    let sum = 0;
    for (let s = from; s < until; s += 1) sum += value(s) - first;
    const mean = first + sum / (until - from);
    raw[i] = mean;
    for (let s = from; s < until; s += 1) {
      const off = value(s) - mean;
      squares += off * off;
      const j = design.juror[s] ?? 0;
      more[j] = (more[j] ?? 0) + off;
    }
  }
  return { raw, more, squares };
}

/** The scores without what jurors add or take, at the λ of a frame. `values` are given by sheet, as the sheets were given. */
export function adjust({ design, inverses }: Frame, values: readonly number[]) {
  return adjustBy(design, values, (at, own) =>
    Float64Array.from(inverses[at] ?? [], (row) => row.reduce((sum, one, other) => sum + one * (own[other] ?? 0), 0)),
  );
}

/** The adjusted scores at a λ and nothing else, without the inverses. */
export function adjustedAt(design: Design, values: readonly number[], lambda: number): Float64Array {
  return adjustBy(design, values, (at, own) => {
    const { entries, jurors } = design.parts[at] ?? { entries: [], jurors: [] };
    return solve(factorOf(tieMatrix(design, jurors, entries, lambda)), own);
  }).adjusted;
}

function adjustBy(design: Design, values: readonly number[], effectsOf: (part: number, own: Float64Array) => Float64Array) {
  const { raw, more, squares } = within(design, (s) => values[design.source[s] ?? 0] ?? 0);
  const effect = new Float64Array(design.jurors.length);
  let explained = 0;
  design.parts.forEach(({ jurors }, at) => {
    // The sum over a part is 0 but for rounding, which a small λ would blow up.
    const lean = jurors.reduce((sum, j) => sum + (more[j] ?? 0), 0) / jurors.length;
    const own = Float64Array.from(jurors, (j) => (more[j] ?? 0) - lean);
    effectsOf(at, own).forEach((b, a) => {
      effect[jurors[a] ?? 0] = b;
      explained += b * (own[a] ?? 0);
    });
  });
  const adjusted = Float64Array.from(raw, (mean, i) => {
    const panel = panelOf(design, i);
    return mean - panel.reduce((sum, j) => sum + (effect[j] ?? 0), 0) / panel.length;
  });
  return { raw, adjusted, effect, left: Math.max(0, squares - explained) };
}

function rootsAt(design: Design, lambda: number, more: Float64Array): Root[] {
  const shown = more.map((one) => Number(one.toPrecision(9)));
  return design.parts.map((part) => {
    const jurors = [...part.jurors].sort(
      (a, b) => (shown[a] ?? 0) - (shown[b] ?? 0) || (design.load[a] ?? 0) - (design.load[b] ?? 0) || a - b,
    );
    return { jurors, factor: factorOf(tieMatrix(design, jurors, part.entries, lambda)) };
  });
}

/** The inverse a root stands for, with jurors in the order of the part. */
function inverseFrom({ jurors, factor }: Root, { jurors: own }: Part): Float64Array[] {
  const at = new Map(own.map((j, place) => [j, place]));
  const places = Int32Array.from(jurors, (j) => at.get(j) ?? 0);
  const inverse = own.map(() => new Float64Array(own.length));
  inverseOf(factor).forEach((row, a) => {
    const to = inverse[places[a] ?? 0] as Float64Array;
    for (let b = 0; b < row.length; b += 1) to[places[b] as number] = row[b] as number;
  });
  return inverse;
}

/** Fits the model; λ (more than 0) is estimated by REML unless it is given. Needs one sheet or more. */
export function fit(design: Design, values: readonly number[], given?: number): Fit {
  const free = design.juror.length - design.entries.length;
  const lambda = given ?? reml(design, values, free);
  const roots = rootsAt(design, lambda, within(design, (s) => values[design.source[s] ?? 0] ?? 0).more);
  const inverses = roots.map((root, at) => inverseFrom(root, design.parts[at] ?? { jurors: [], entries: [] }));
  const frame = { design, lambda, inverses, roots };
  const { raw, adjusted, effect, left } = adjust(frame, values);
  const estimated = free > 0;
  const residual = estimated ? (left > dust(values) ? left / free : 0) : variance(raw);
  const se = new Float64Array(raw.length);
  const effectSe = new Float64Array(effect.length);
  design.parts.forEach((part, at) => {
    const inverse = frame.inverses[at] ?? [];
    part.jurors.forEach((j, a) => (effectSe[j] = Math.sqrt(residual * Math.max(0, inverse[a]?.[a] ?? 0))));
    for (const [i, vague] of vagueness(design, part, inverse)) se[i] = Math.sqrt(residual * vague);
  });
  return { ...frame, residual, estimated, raw, adjusted, effect, se, effectSe };
}

/** Var(θ) / residual of the entries of a part. */
function vagueness(design: Design, { entries, jurors }: Part, inverse: readonly Float64Array[]): [number, number][] {
  const place = new Map(jurors.map((j, at) => [j, at]));
  return entries.map((i) => {
    const panel = [...panelOf(design, i)].map((j) => place.get(j) ?? 0);
    let sum = 0;
    for (const one of panel) for (const other of panel) sum += inverse[one]?.[other] ?? 0;
    return [i, 1 / panel.length + Math.max(0, sum) / panel.length ** 2];
  });
}

/** Squares that are only rounding. */
const dust = (values: readonly number[]): number => 1e-24 * values.reduce((sum, value) => sum + value * value, 0);

function variance(values: Float64Array): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

/** λ that minimises (n − E) log s²(λ) + Σ log(1 + g/λ), with g the eigenvalues of N. Without a difference to learn from: the largest. */
function reml(design: Design, values: readonly number[], free: number): number {
  const { more, squares } = within(design, (s) => values[design.source[s] ?? 0] ?? 0);
  if (free <= 0 || squares <= dust(values)) return LAMBDA.most;
  const parts = design.parts.map(({ jurors, entries }) => {
    const along = Float64Array.from(jurors, (j) => more[j] ?? 0);
    return { ...tridiagonal(tieMatrix(design, jurors, entries, 0), along), along };
  });
  const cost = (log: number): number => {
    const lambda = Math.exp(log);
    let [explained, spread] = [0, 0];
    for (const { diagonal, beside, along } of parts) {
      // L D Lᵀ of three diagonals: no eigenvector is needed.
      let [pivot, carried] = [1, 0];
      for (let i = 0; i < diagonal.length; i += 1) {
        const link = i === 0 ? 0 : (beside[i - 1] ?? 0) / pivot;
        const before = pivot;
        pivot = (diagonal[i] ?? 0) + lambda - link * link * (i === 0 ? 0 : before);
        carried = (along[i] ?? 0) - link * carried;
        explained += (carried * carried) / pivot;
        spread += Math.log(pivot / lambda);
      }
    }
    return free * Math.log(Math.max((squares - explained) / free, Number.MIN_VALUE)) + spread;
  };
  return Math.exp(lowest(cost, Math.log(LAMBDA.least), Math.log(LAMBDA.most)));
}

const STEPS = 60;
const FLAT = 1e-8;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Where a function is lowest between two bounds (where it is flat: the upper one): a grid, then the golden section around its best point. */
function lowest(cost: (x: number) => number, from: number, until: number): number {
  const at = (step: number): number => from + ((until - from) * Math.min(STEPS, Math.max(0, step))) / STEPS;
  let best = 0;
  for (let step = 1; step <= STEPS; step += 1) if (cost(at(step)) < cost(at(best))) best = step;
  let [low, high] = [at(best - 1), at(best + 1)];
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atLeft, atRight] = [cost(left), cost(right)];
  while (high - low > 1e-9) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = cost(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = cost(right);
    }
  }
  const middle = (low + high) / 2;
  // Some designs say nothing of jurors: the cost is the same everywhere, and only rounding has a lowest point.
  return cost(until) <= cost(middle) + FLAT ? until : middle;
}
