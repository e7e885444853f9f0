import type { Fit } from "./fit";
import { panelOf, tieMatrix } from "./design";
import { normals } from "./normals";
import { placer } from "./places";
import { columnsOf, factorOf, solveColumns } from "./positive";

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

/** How many draws; fewer than 65,536, which the counts can hold, and a whole number of batches. */
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
  const { drawn, wins } = placesDrawn(fit, entries, drawing.seed);
  const told = { low: new Array<number>(g), high: new Array<number>(g), win: new Array<number>(g), top: new Array<number>(g) };
  const counts = new Uint16Array(g);
  for (let at = 0; at < g; at += 1) {
    const own = drawn.subarray(at * DRAWS, (at + 1) * DRAWS);
    let [least, most] = [g, 0];
    for (let one = 0; one < DRAWS; one += 1) {
      const place = own[one] as number;
      counts[place] = (counts[place] as number) + 1;
      if (place < least) least = place;
      if (place > most) most = place;
    }
    let sum = 0;
    told.win[at] = (counts[0] as number) / DRAWS;
    told.top[at] = counts.subarray(0, top).reduce((a, b) => a + b, 0) / DRAWS;
    for (let place = least; place <= most; place += 1) {
      const before = sum;
      sum += counts[place] as number;
      if (before < LOW && sum >= LOW) told.low[at] = place + 1;
      if (before < HIGH && sum >= HIGH) told.high[at] = place + 1;
    }
    counts.fill(0, least, most + 1);
  }
  return { ...told, beatsNext: entries.map((_, at) => (at + 1 < g ? (wins[at] ?? 0) / DRAWS : 1)) };
}

/** So many draws lie at or below the 5 % and the 95 % place. */
const LOW = 0.05 * DRAWS;
const HIGH = 0.95 * DRAWS;
/** Draws are taken so many at a time, so that the places of one entry are written together: near in memory, and quick. */
const BATCH = 32;
/** … and so many entries at a time. */
const BLOCK = 64;

/** The place of every entry in every draw (those of entry i from i · DRAWS on), and how often each came before the one after it. */
function placesDrawn(fit: Fit, entries: readonly number[], seed: string) {
  const size = entries.length;
  const drawn = new Uint16Array(size * DRAWS);
  const wins = new Uint32Array(size);
  const values = Array.from({ length: BATCH }, () => new Float64Array(size));
  const places = Array.from({ length: BATCH }, () => new Uint16Array(size));
  const draw = drawer(fit, entries, seed);
  const place = placer(size);
  for (let done = 0; done < DRAWS; done += BATCH) {
    draw(values);
    places.forEach((own, one) => place(values[one] as Float64Array, own));
    for (let from = 0; from < size; from += BLOCK) {
      const until = Math.min(size, from + BLOCK);
      for (let one = 0; one < BATCH; one += 1) noted(places[one] as Uint16Array, from, until, done + one);
    }
  }
  function noted(own: Uint16Array, from: number, until: number, draw: number): void {
    for (let at = from, cell = from * DRAWS + draw; at < until; at += 1, cell += DRAWS) {
      const here = own[at] as number;
      drawn[cell] = here;
      if (at + 1 < size && here < (own[at + 1] as number)) wins[at] = (wins[at] as number) + 1;
    }
  }
  return { drawn, wins };
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

/**
 * θ + s·(√K z − K Aᵀ L⁻ᵀ z′), which varies as Var θ does; so many draws as lists are given. Jurors stand in an order that does not
 * depend on their names.
 */
function drawer(fit: Fit, entries: readonly number[], seed: string): (lists: readonly Float64Array[]) => void {
  const { design, lambda, residual, adjusted } = fit;
  const { jurors, within } = inOrder(fit, entries);
  const columns = columnsOf(factorOf(tieMatrix(design, jurors, within, lambda)));
  const place = new Map(jurors.map((j, at) => [j, at]));
  const starts = new Int32Array(entries.length + 1);
  entries.forEach((i, at) => (starts[at + 1] = (starts[at] ?? 0) + panelOf(design, i).length));
  const judges = Int32Array.from(entries.flatMap((i) => Array.from(panelOf(design, i), (j) => place.get(j) ?? 0)));
  const theta = Float64Array.from(entries, (i) => adjusted[i] ?? 0);
  const fill = normals(seed);
  const deviation = Math.sqrt(residual);
  const own = Float64Array.from(entries, (i) => deviation / Math.sqrt(panelOf(design, i).length));
  const share = Float64Array.from(entries, (i) => deviation / panelOf(design, i).length);
  const severities = Array.from({ length: BATCH }, () => new Float64Array(jurors.length));
  return (lists) => {
    lists.forEach((values, one) => {
      fill(severities[one] ?? EMPTY);
      fill(values);
    });
    solveColumns(columns, severities);
    lists.forEach((values, one) => {
      const severity = severities[one] ?? EMPTY;
      for (let at = 0; at < values.length; at += 1) {
        const until = starts[at + 1] as number;
        let sum = 0;
        for (let s = starts[at] as number; s < until; s += 1) sum += severity[judges[s] as number] as number;
        values[at] = (theta[at] as number) + (own[at] as number) * (values[at] as number) - (share[at] as number) * sum;
      }
    });
  };
}

const EMPTY = new Float64Array(0);

function inOrder({ design, effect }: Fit, entries: readonly number[]): { jurors: number[]; within: readonly number[] } {
  const part = design.parts.find((one) => one.entries.includes(entries[0] ?? -1)) ?? { entries: [], jurors: [] };
  const round = (j: number): number => Number((effect[j] ?? 0).toPrecision(9));
  const shown = new Map(part.jurors.map((j) => [j, round(j)]));
  const jurors = [...part.jurors].sort(
    (a, b) => (shown.get(a) ?? 0) - (shown.get(b) ?? 0) || (design.load[a] ?? 0) - (design.load[b] ?? 0),
  );
  return { jurors, within: part.entries };
}
