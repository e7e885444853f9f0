import { and, asc, gte, inArray, lt } from "drizzle-orm";
import { occupied } from "#db/schema/scheduling";
import type { Db } from "../kernel/store";
import type { HolderKind } from "./occupy";
import type { Range } from "./slot";
import { QUANTUM_MS, rangesOf, slotAt, subtract } from "./slot";

/** One stretch of one unit of a subject, and who holds it. */
export interface Held extends Range {
  readonly subjectId: string;
  readonly unit: number;
  readonly holderKind: HolderKind;
  readonly holderId: string;
}

/** Who holds the subjects in a stretch, by subject, unit and time; slots in a row of one holder are one. One statement. */
export async function heldIn(db: Db, subjectIds: readonly string[], { from, until }: Range): Promise<Held[]> {
  if (subjectIds.length === 0) return [];
  const rows = await db
    .select()
    .from(occupied)
    .where(
      and(
        inArray(occupied.subjectId, [...subjectIds]),
        gte(occupied.slot, slotAt(from)),
        lt(occupied.slot, Math.ceil(until.getTime() / QUANTUM_MS)),
      ),
    )
    .orderBy(asc(occupied.subjectId), asc(occupied.unit), asc(occupied.slot));
  const byHolder = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = [row.subjectId, row.unit, row.holderKind, row.holderId].join(" ");
    const same = byHolder.get(key);
    if (same) same.push(row);
    else byHolder.set(key, [row]);
  }
  return [...byHolder.values()].flatMap((same) => {
    const [row] = same;
    if (!row) return [];
    const { subjectId, unit, holderKind, holderId } = row;
    return rangesOf(same.map(({ slot }) => slot)).map((range) => ({ subjectId, unit, holderKind, holderId, ...range }));
  });
}

/** The parts of `open` in which at least one unit of a subject is free, by what is held of it. */
export function freeOf(open: readonly Range[], capacity: number, held: readonly Held[]): Range[] {
  const byUnit = Array.from({ length: capacity }, (_, unit) => held.filter((one) => one.unit === unit));
  const [first = [], ...others] = byUnit;
  // Full is where every unit is held: what is left of the first after cutting out where another is free.
  const full = others.reduce<readonly Range[]>((so, unit) => subtract(so, subtract(open, unit)), first);
  return subtract(open, full);
}

/** Free stretches of each subject inside `open` (in order, not empty), in one statement for any number of subjects. */
export async function freeIn(
  db: Db,
  subjects: readonly { readonly id: string; readonly capacity: number }[],
  open: readonly Range[],
): Promise<Map<string, Range[]>> {
  const [first, last] = [open[0], open.at(-1)];
  if (!first || !last) return new Map(subjects.map(({ id }) => [id, []]));
  const ids = subjects.map(({ id }) => id);
  const held = await heldIn(db, ids, { from: first.from, until: last.until });
  return new Map(
    subjects.map(({ id, capacity }) => [
      id,
      freeOf(
        open,
        capacity,
        held.filter((one) => one.subjectId === id),
      ),
    ]),
  );
}
