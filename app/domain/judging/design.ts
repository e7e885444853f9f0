import type { Sheet } from "./sheet";

/** Who scored what, as numbers: entries and jurors by their place, sheets in the order of the entries. */
export interface Design {
  readonly entries: readonly string[];
  readonly jurors: readonly string[];
  /** The sheets of entry i stand from `start[i]` up to `start[i + 1]`. */
  readonly start: Int32Array;
  /** The juror of each sheet. */
  readonly juror: Int32Array;
  /** Place of each sheet in the list that was given. */
  readonly source: Int32Array;
  /** How many sheets each juror has. */
  readonly load: Int32Array;
  /** Groups of entries and jurors that no sheet ties together; the largest first. */
  readonly parts: readonly Part[];
}
export interface Part {
  readonly entries: readonly number[];
  readonly jurors: readonly number[];
}

/** Lays out sheets, whatever their order; a juror has one sheet of an entry at most. Throws RangeError when there are two. */
export function designOf(sheets: readonly Pick<Sheet, "entry" | "juror">[]): Design {
  const entries = namesOf(sheets.map(({ entry }) => entry));
  const jurors = namesOf(sheets.map(({ juror }) => juror));
  const entryAt = new Map(entries.map((name, at) => [name, at]));
  const jurorAt = new Map(jurors.map((name, at) => [name, at]));
  const rows = sheets.map(({ entry, juror }, source) => ({ entry: entryAt.get(entry) ?? 0, juror: jurorAt.get(juror) ?? 0, source }));
  rows.sort((a, b) => a.entry - b.entry || a.juror - b.juror);
  if (rows.some(({ entry, juror }, at) => rows[at + 1]?.entry === entry && rows[at + 1]?.juror === juror)) {
    throw new RangeError("a juror has two sheets of one entry");
  }
  const start = new Int32Array(entries.length + 1);
  const load = new Int32Array(jurors.length);
  for (const { entry, juror } of rows) {
    start[entry + 1] = (start[entry + 1] ?? 0) + 1;
    load[juror] = (load[juror] ?? 0) + 1;
  }
  for (let i = 0; i < entries.length; i += 1) start[i + 1] = (start[i + 1] ?? 0) + (start[i] ?? 0);
  const design = {
    entries,
    jurors,
    start,
    juror: Int32Array.from(rows, ({ juror }) => juror),
    source: Int32Array.from(rows, ({ source }) => source),
    load,
  };
  return { ...design, parts: partsOf(design) };
}

const namesOf = (names: readonly string[]): string[] => [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));

/** The jurors of entry i. */
export function panelOf({ start, juror }: Pick<Design, "start" | "juror">, i: number): Int32Array {
  return juror.subarray(start[i] ?? 0, start[i + 1] ?? 0);
}

function partsOf(design: Omit<Design, "parts">): Part[] {
  const lead = Int32Array.from(design.jurors, (_, j) => j);
  const leaderOf = (j: number): number => {
    let at = j;
    for (let up = lead[at] ?? at; up !== at; up = lead[at] ?? at) at = lead[at] = lead[up] ?? up;
    return at;
  };
  design.entries.forEach((_, i) => {
    const panel = panelOf(design, i);
    for (const j of panel) lead[leaderOf(j)] = leaderOf(panel[0] ?? j);
  });
  const parts = new Map<number, { entries: number[]; jurors: number[] }>();
  design.jurors.forEach((_, j) => {
    const part = parts.get(leaderOf(j)) ?? { entries: [], jurors: [] };
    part.jurors.push(j);
    parts.set(leaderOf(j), part);
  });
  design.entries.forEach((_, i) => parts.get(leaderOf(panelOf(design, i)[0] ?? 0))?.entries.push(i));
  return [...parts.values()].sort((a, b) => b.entries.length - a.entries.length || (a.entries[0] ?? 0) - (b.entries[0] ?? 0));
}

/**
 * N = diag(load) − A diag(1/k) Aᵀ over the jurors named: what ties them together. With `ridge` added to the diagonal it is
 * positive definite.
 */
export function tieMatrix(design: Design, jurors: readonly number[], entries: readonly number[], ridge: number): Float64Array[] {
  const place = new Map(jurors.map((j, at) => [j, at]));
  const matrix = jurors.map((j, at) => {
    const row = new Float64Array(jurors.length);
    row[at] = (design.load[j] ?? 0) + ridge;
    return row;
  });
  for (const i of entries) {
    const places = [...panelOf(design, i)].map((j) => place.get(j) ?? 0);
    for (const one of places) {
      const row = matrix[one];
      if (row) for (const other of places) row[other] = (row[other] ?? 0) - 1 / places.length;
    }
  }
  return matrix;
}
