/** Milliseconds in one slot. A campus's step is a multiple of it. */
export const QUANTUM_MS = 900_000;
/** Minutes in one slot. */
export const QUANTUM_MINUTES = QUANTUM_MS / 60_000;

/** A stretch of time, `until` not included. */
export interface Range {
  readonly from: Date;
  readonly until: Date;
}

/** Tells whether the instant lies on a quarter of an hour. */
export function isAligned(at: Date): boolean {
  return at.getTime() % QUANTUM_MS === 0;
}

/** Tells whether a stretch begins and ends on a quarter and is not empty. */
export function isWholeRange({ from, until }: Range): boolean {
  return isAligned(from) && isAligned(until) && from < until;
}

/** The slot an instant lies in. */
export function slotAt(at: Date): number {
  return Math.floor(at.getTime() / QUANTUM_MS);
}

/** The instant at which a slot begins. */
export function slotStart(slot: number): Date {
  return new Date(slot * QUANTUM_MS);
}

/** The slots of a stretch, in order. Throws RangeError when it does not begin and end on a quarter, or is empty. */
export function slotsOf(from: Date, until: Date): number[] {
  if (!isWholeRange({ from, until })) throw new RangeError("a stretch of slots begins and ends on a quarter of an hour");
  const first = slotAt(from);
  return Array.from({ length: slotAt(until) - first }, (_, i) => first + i);
}

/** Tells whether two stretches share a moment; touching is not sharing. */
export function overlaps(a: Range, b: Range): boolean {
  return a.from < b.until && b.from < a.until;
}

/** Tells whether the whole of `inner` lies in one of the stretches. They are `merge`d, so that two which touch count as one. */
export function within(inner: Range, stretches: readonly Range[]): boolean {
  return merge(stretches).some(({ from, until }) => from <= inner.from && inner.until <= until);
}

/** The same time in as few stretches as possible, in order. */
export function merge(stretches: readonly Range[]): Range[] {
  const made: { from: Date; until: Date }[] = [];
  for (const { from, until } of [...stretches].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const last = made.at(-1);
    if (last && from <= last.until) last.until = until > last.until ? until : last.until;
    else if (from < until) made.push({ from, until });
  }
  return made;
}

/** What is left of `stretches` when `taken` is cut out, in order. */
export function subtract(stretches: readonly Range[], taken: readonly Range[]): Range[] {
  const cuts = merge(taken);
  return merge(stretches).flatMap((stretch) => {
    const left: Range[] = [];
    let from = stretch.from;
    for (const cut of cuts) {
      if (cut.until <= from || cut.from >= stretch.until) continue;
      if (cut.from > from) left.push({ from, until: cut.from });
      from = cut.until;
    }
    if (from < stretch.until) left.push({ from, until: stretch.until });
    return left;
  });
}

/** Slots as stretches, in order; slots in a row become one. */
export function rangesOf(slots: Iterable<number>): Range[] {
  return merge([...slots].map((slot) => ({ from: slotStart(slot), until: slotStart(slot + 1) })));
}

/** Minutes in a stretch. */
export function minutesOf({ from, until }: Range): number {
  return (until.getTime() - from.getTime()) / 60_000;
}
