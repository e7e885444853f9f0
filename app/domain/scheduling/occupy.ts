import { and, eq, gte, inArray, lt } from "drizzle-orm";
import { occupied } from "#db/schema/scheduling";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { slotAt, slotsOf } from "./slot";

export type HolderKind = (typeof occupied.$inferSelect)["holderKind"];

export interface Claim {
  readonly subjectId: string;
  /** Units of the subject: 0 … capacity − 1. */
  readonly capacity: number;
  readonly from: Date;
  readonly until: Date;
  /** The same unit is kept free until then, as rows of kind "buffer" with the same holder. */
  readonly bufferUntil?: Date;
  readonly holderKind: HolderKind;
  readonly holderId: string;
  /** Takes every unit instead of one: the parts of a room that is taken as a whole, a closure. */
  readonly whole?: boolean;
}

/** Rows in one insert: below the parameters a statement of either engine may carry. */
const ROWS_AT_ONCE = 500;

/**
 * Holds a subject for a stretch: all slots on the lowest unit that is free for all of them, or on every unit when `whole`.
 * Returns the units. Refuses with "slot_taken" and holds nothing when there is none. Throws RangeError for a stretch that does
 * not begin and end on a quarter.
 */
export async function occupy(tx: Tx, claim: Claim): Promise<{ units: number[] }> {
  const { subjectId, capacity, from, until, bufferUntil = until } = claim;
  const slots = slotsOf(from, bufferUntil);
  const rows = await tx
    .select({ unit: occupied.unit })
    .from(occupied)
    .where(and(eq(occupied.subjectId, subjectId), gte(occupied.slot, slotAt(from)), lt(occupied.slot, slotAt(bufferUntil))));
  const busy = new Set(rows.map(({ unit }) => unit));
  const free = Array.from({ length: capacity }, (_, unit) => unit).filter((unit) => !busy.has(unit));
  const lastHeld = slotAt(until);
  const rowsOf = (unit: number) =>
    slots.map((slot) => ({
      subjectId,
      unit,
      slot,
      holderKind: slot < lastHeld ? claim.holderKind : ("buffer" as const),
      holderId: claim.holderId,
    }));
  if (claim.whole) {
    if (free.length < capacity) throw taken(claim);
    for (const unit of free) if (!(await hold(tx, rowsOf(unit)))) throw taken(claim);
    return { units: free };
  }
  for (const unit of free) if (await hold(tx, rowsOf(unit))) return { units: [unit] };
  throw taken(claim);
}

function taken({ subjectId }: Claim): DomainError {
  return new DomainError("slot_taken", { subject: subjectId });
}

/** Writes the rows, or none: the key decides, not what was read before. */
async function hold(tx: Tx, rows: readonly (typeof occupied.$inferInsert)[]): Promise<boolean> {
  const held: (typeof occupied.$inferInsert)[] = [];
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const part = rows.slice(at, at + ROWS_AT_ONCE);
    const written = await tx.insert(occupied).values(part).onConflictDoNothing().returning();
    held.push(...written);
    if (written.length < part.length) {
      await letGo(tx, held);
      return false;
    }
  }
  return true;
}

async function letGo(tx: Tx, rows: readonly (typeof occupied.$inferInsert)[]): Promise<void> {
  const [row] = rows;
  if (!row) return;
  const slots = rows.map(({ slot }) => slot);
  for (let at = 0; at < slots.length; at += ROWS_AT_ONCE) {
    await tx
      .delete(occupied)
      .where(
        and(
          eq(occupied.subjectId, row.subjectId),
          eq(occupied.unit, row.unit),
          eq(occupied.holderId, row.holderId),
          inArray(occupied.slot, slots.slice(at, at + ROWS_AT_ONCE)),
        ),
      );
  }
}
