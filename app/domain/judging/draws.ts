import type { Fit } from "./fit";
import { panelOf } from "./design";
import { normals } from "./normals";
import { placer } from "./places";
import { columnsOf, solveColumns } from "./positive";
import { firstAbove } from "./sheet";

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
/** Among more entries than this, which no page shows side by side, fewer draws are made. */
const CROWD = 16_000;
const FEW_DRAWS = 1_000;
const TOP = 3;

/**
 * Draws adjusted scores from N(θ, Var θ) and counts places among some entries of one part, given best first. The same
 * seed gives the same answer, whatever entries and jurors are called.
 */
export function certainty(fit: Fit, entries: readonly number[], drawing: Drawing): Certainty {
  const { top = TOP } = drawing;
  if (entries.length < 2 || fit.residual === 0) return settled(fit, entries, top);
  const g = entries.length;
  const draws = g > CROWD ? FEW_DRAWS : DRAWS;
  const { seen, wins } = placesDrawn(fit, entries, drawing.seed, draws);
  const told = { low: new Array<number>(g), high: new Array<number>(g), win: new Array<number>(g), top: new Array<number>(g) };
  for (let at = 0; at < g; at += 1) {
    const { counts, least, most } = seen(at);
    let sum = 0;
    told.win[at] = (counts[0] as number) / draws;
    told.top[at] = counts.subarray(0, top).reduce((a, b) => a + b, 0) / draws;
    for (let place = least; place <= most; place += 1) {
      const before = sum;
      sum += counts[place] as number;
      if (before < LOW * draws && sum >= LOW * draws) told.low[at] = place + 1;
      if (before < HIGH * draws && sum >= HIGH * draws) {
        told.high[at] = place + 1;
        break;
      }
    }
  }
  return { ...told, beatsNext: entries.map((_, at) => (at + 1 < g ? (wins[at] ?? 0) / draws : 1)) };
}

/** Such a part of the draws lies at or below the first and the last place that are told. */
const LOW = 0.05;
const HIGH = 0.95;
/** Draws are taken so many at a time, so that the places of one entry are written together: near in memory, and quick. */
const BATCH = 40;
/** … and so many entries at a time. */
const BLOCK = 64;

/** How often every entry had every place, and how often it came before the one after it. */
function placesDrawn(fit: Fit, entries: readonly number[], seed: string, draws: number) {
  const size = entries.length;
  const notes = size > draws ? listed(size, draws) : counted(size);
  const wins = new Uint32Array(size);
  const values = Array.from({ length: BATCH }, () => new Float64Array(size));
  const [drawnHalf, mirrored] = [values.slice(0, BATCH / 2), values.slice(BATCH / 2)];
  const theta = Float64Array.from(entries, (i) => fit.adjusted[i] ?? 0);
  const places = Array.from({ length: BATCH }, () => new Uint32Array(size));
  const draw = drawer(fit, entries, seed);
  const place = placer(size);
  for (let done = 0; done < draws; done += BATCH) {
    draw(drawnHalf);
    mirrored.forEach((list, one) => mirror(list, drawnHalf[one] as Float64Array, theta));
    places.forEach((own, one) => place(values[one] as Float64Array, own));
    for (const own of places) {
      // The sign of the difference, because nobody can guess which way it goes.
      for (let at = 0; at + 1 < size; at += 1) wins[at] = (wins[at] as number) + (((own[at] as number) - (own[at + 1] as number)) >>> 31);
    }
    for (let from = 0; from < size; from += BLOCK) {
      const until = Math.min(size, from + BLOCK);
      for (let one = 0; one < BATCH; one += 1) notes.note(places[one] as Uint32Array, from, until, done + one);
    }
  }
  return { seen: notes.seen, wins };
}

/** How often an entry had each place, and the least and the most of those it had. */
interface Seen {
  readonly counts: Uint16Array;
  readonly least: number;
  readonly most: number;
}
interface Notes {
  /** Takes down the places of the entries from one up to another in a draw. */
  readonly note: (places: Uint32Array, from: number, until: number, draw: number) => void;
  /** What is known of an entry, until the next is asked for. */
  readonly seen: (at: number) => Seen;
}

/** A count for every entry and place. */
function counted(size: number): Notes {
  const table = new Uint16Array(size * size);
  return {
    note(places, from, until) {
      for (let at = from, row = from * size; at < until; at += 1, row += size) {
        const cell = row + (places[at] as number);
        table[cell] = (table[cell] as number) + 1;
      }
    },
    seen: (at) => ({ counts: table.subarray(at * size, (at + 1) * size), least: 0, most: size - 1 }),
  };
}

/** With more entries than draws the places themselves take less room. */
function listed(size: number, draws: number): Notes {
  const drawn = size > 65_536 ? new Uint32Array(size * draws) : new Uint16Array(size * draws);
  const counts = new Uint16Array(size);
  let [least, most] = [0, size - 1];
  return {
    note(places, from, until, draw) {
      for (let at = from, cell = from * draws + draw; at < until; at += 1, cell += draws) drawn[cell] = places[at] as number;
    },
    seen(at) {
      counts.fill(0, least, most + 1);
      [least, most] = [size - 1, 0];
      for (const place of drawn.subarray(at * draws, (at + 1) * draws)) {
        counts[place] = (counts[place] as number) + 1;
        if (place < least) least = place;
        if (place > most) most = place;
      }
      return { counts, least, most };
    },
  };
}

/** The draw that has as much less as another has more: as likely, and together they tell more than two that know nothing of each other. */
function mirror(list: Float64Array, other: Float64Array, theta: Float64Array): void {
  for (let at = 0; at < list.length; at += 1) list[at] = 2 * (theta[at] as number) - (other[at] as number);
}

/** Without any variance places are sure, and equals share them. */
function settled({ adjusted }: Fit, entries: readonly number[], top: number): Certainty {
  const scores = entries.map((i) => adjusted[i] ?? 0);
  const slack = slackOf(adjusted);
  const sorted = Float64Array.from(scores).sort();
  const above = (limit: number): number => sorted.length - firstAbove(sorted, limit, true);
  const before = scores.map((own) => above(own + slack));
  const equal = scores.map((own) => sorted.length - firstAbove(sorted, own - slack, false) - above(own + slack));
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
  const slack = slacks.get(adjusted) ?? 1e-9 * adjusted.reduce((most, value) => Math.max(most, Math.abs(value)), Number.MIN_VALUE);
  slacks.set(adjusted, slack);
  return slack;
}
/** Of scores that were asked about already, because every part asks; nobody changes a list of scores. */
const slacks = new WeakMap<Float64Array, number>();

/**
 * θ + s·(√K z − K Aᵀ L⁻ᵀ z′), which varies as Var θ does; so many draws as lists are given. Jurors stand in an order that does not
 * depend on their names.
 */
function drawer(fit: Fit, entries: readonly number[], seed: string): (lists: readonly Float64Array[]) => void {
  const { design, residual, adjusted } = fit;
  const part = design.parts.findIndex((one) => one.entries.includes(entries[0] ?? -1));
  const { jurors, factor } = fit.roots[part] ?? { jurors: [], factor: [] };
  const columns = columnsOf(factor);
  const place = new Map(jurors.map((j, at) => [j, at]));
  const starts = new Int32Array(entries.length + 1);
  entries.forEach((i, at) => (starts[at + 1] = (starts[at] ?? 0) + panelOf(design, i).length));
  const judges = Int32Array.from(entries.flatMap((i) => Array.from(panelOf(design, i), (j) => place.get(j) ?? 0)));
  const theta = Float64Array.from(entries, (i) => adjusted[i] ?? 0);
  const fill = normals(seed);
  const deviation = Math.sqrt(residual);
  const own = Float64Array.from(entries, (i) => deviation / Math.sqrt(panelOf(design, i).length));
  const share = Float64Array.from(entries, (i) => deviation / panelOf(design, i).length);
  const severities = Array.from({ length: BATCH / 2 }, () => new Float64Array(jurors.length));
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
