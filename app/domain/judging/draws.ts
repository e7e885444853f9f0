import { chanceOf } from "../assignment/chance";
import type { Fit } from "./fit";
import { panelOf, tieMatrix } from "./design";
import { factorOf, solveBack } from "./positive";

/** How sure places are; by place in the list of entries that was given. */
export interface Certainty {
  /** The 5 % and 95 % places, from 1. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Chance of place 1, and of place `top` or better. */
  readonly win: readonly number[];
  readonly top: readonly number[];
  /** Chance that an entry comes before the one after it in the list; of the last 1. */
  readonly beatsNext: readonly number[];
}
export interface Drawing {
  readonly seed: string;
  /** The last place that is asked for: 3 unless told otherwise. */
  readonly top?: number;
}

/** How many draws; fewer than 65,536, which the counts can hold. */
const DRAWS = 4_000;
const TOP = 3;

/**
 * Draws adjusted scores from N(θ, Var θ) and counts places among some entries of one part, given best first. The same
 * seed gives the same answer, whatever entries and jurors are called.
 */
export function certainty(fit: Fit, entries: readonly number[], drawing: Drawing): Certainty {
  const { top = TOP } = drawing;
  if (entries.length < 2 || fit.residual === 0) return settled(fit, entries, top);
  const g = entries.length;
  const { counts, wins } = counted(drawer(fit, entries, drawing.seed), g);
  const below = (at: number, part: number): number => {
    let sum = 0;
    for (let place = 0; place < g; place += 1) {
      sum += counts[at * g + place] ?? 0;
      if (sum >= part * DRAWS) return place + 1;
    }
    return g;
  };
  const upTo = (at: number, places: number): number =>
    counts.subarray(at * g, at * g + Math.min(places, g)).reduce((a, b) => a + b, 0) / DRAWS;
  return {
    low: entries.map((_, at) => below(at, 0.05)),
    high: entries.map((_, at) => below(at, 0.95)),
    win: entries.map((_, at) => upTo(at, 1)),
    top: entries.map((_, at) => upTo(at, top)),
    beatsNext: entries.map((_, at) => (at + 1 < g ? (wins[at] ?? 0) / DRAWS : 1)),
  };
}

/** Draws are taken so many at a time, so that the counts of one entry are written together: near in memory, and quick. */
const BATCH = 32;

/** How often each entry had each place, and came before the one after it. */
function counted(draw: () => Float64Array, size: number) {
  const counts = new Uint16Array(size * size);
  const wins = new Uint32Array(size);
  // The places of entry i in the draws of a batch stand together, from i · BATCH on.
  const places = new Int32Array((size + 1) * BATCH);
  const place = placer(size);
  for (let done = 0; done < DRAWS; done += BATCH) {
    const batch = Math.min(BATCH, DRAWS - done);
    for (let one = 0; one < batch; one += 1) place(draw(), places, one);
    for (let at = 0; at < size; at += 1) {
      let won = 0;
      for (let cell = at * BATCH; cell < at * BATCH + batch; cell += 1) {
        const own = places[cell] ?? 0;
        counts[at * size + own] = (counts[at * size + own] ?? 0) + 1;
        if (own < (places[cell + BATCH] ?? 0)) won += 1;
      }
      wins[at] = (wins[at] ?? 0) + won;
    }
  }
  return { counts, wins };
}

/** Without any variance places are sure, and equals share them. */
function settled({ adjusted }: Fit, entries: readonly number[], top: number): Certainty {
  const scores = entries.map((i) => adjusted[i] ?? 0);
  const slack = slackOf(adjusted);
  const before = scores.map((own) => scores.filter((other) => other > own + slack).length);
  const equal = scores.map((own) => scores.filter((other) => Math.abs(other - own) <= slack).length);
  const share = (at: number, places: number): number => Math.min(1, Math.max(0, places - (before[at] ?? 0)) / (equal[at] ?? 1));
  return {
    low: before.map((count) => count + 1),
    high: before.map((count, at) => count + (equal[at] ?? 1)),
    win: scores.map((_, at) => share(at, 1)),
    top: scores.map((_, at) => share(at, top)),
    beatsNext: scores.map((own, at) => (Math.abs(own - (scores[at + 1] ?? -Infinity)) <= slack ? 0.5 : 1)),
  };
}

/** Differences of adjusted scores up to this are rounding. */
export function slackOf(adjusted: Float64Array): number {
  return 1e-9 * adjusted.reduce((most, value) => Math.max(most, Math.abs(value)), Number.MIN_VALUE);
}

/** θ + s·(√K z − K Aᵀ L⁻ᵀ z′), which varies as Var θ does. Jurors stand in an order that does not depend on their names. */
function drawer(fit: Fit, entries: readonly number[], seed: string): () => Float64Array {
  const { design, lambda, residual, adjusted, effect } = fit;
  const part = design.parts.find((one) => one.entries.includes(entries[0] ?? -1)) ?? { entries: [], jurors: [] };
  const round = (j: number): number => Number((effect[j] ?? 0).toPrecision(9));
  const jurors = [...part.jurors].sort((a, b) => round(a) - round(b) || (design.load[a] ?? 0) - (design.load[b] ?? 0));
  const factor = factorOf(tieMatrix(design, jurors, part.entries, lambda));
  const place = new Map(jurors.map((j, at) => [j, at]));
  const panels = entries.map((i) => Int32Array.from(panelOf(design, i), (j) => place.get(j) ?? 0));
  const normal = normals(seed);
  const values = new Float64Array(entries.length);
  const severity = new Float64Array(jurors.length);
  const deviation = Math.sqrt(residual);
  return () => {
    for (let j = 0; j < severity.length; j += 1) severity[j] = normal();
    solveBack(factor, severity);
    for (let at = 0; at < values.length; at += 1) {
      const panel = panels[at] ?? EMPTY;
      let sum = 0;
      for (let s = 0; s < panel.length; s += 1) sum += severity[panel[s] ?? 0] ?? 0;
      values[at] = (adjusted[entries[at] ?? 0] ?? 0) + deviation * (normal() / Math.sqrt(panel.length) - sum / panel.length);
    }
    return values;
  };
}

const EMPTY = new Int32Array(0);

/** Standard normal numbers (Marsaglia's polar method) that depend on the seed alone. */
export function normals(seed: string): () => number {
  const chance = chanceOf(seed);
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const kept = spare;
      spare = null;
      return kept;
    }
    for (;;) {
      const [x, y] = [2 * chance() - 1, 2 * chance() - 1];
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  };
}

/** Writes the place of each value, from 0 for the largest. A value and where it stood are packed in one number, so that sorting needs no comparing function. */
function placer(size: number): (values: Float64Array, places: Int32Array, column: number) => void {
  const width = 2 ** Math.ceil(Math.log2(size));
  const levels = 2 ** 52 / width - 1;
  const packed = new Float64Array(size);
  return (values, places, column) => {
    let [low, high] = [Infinity, -Infinity];
    for (let at = 0; at < size; at += 1) {
      const value = values[at] ?? 0;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    const scale = high > low ? levels / (high - low) : 0;
    for (let at = 0; at < size; at += 1) packed[at] = Math.floor((high - (values[at] ?? 0)) * scale) * width + at;
    packed.sort();
    for (let place = 0; place < size; place += 1) {
      const key = packed[place] ?? 0;
      places[(key - Math.floor(key / width) * width) * BATCH + column] = place;
    }
  };
}
