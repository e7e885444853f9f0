import { occupied } from "#db/schema/scheduling";
import type { Tx } from "../kernel/store";
import type { Claim } from "./occupy";
import { slotsOf } from "./slot";

const ROWS_AT_ONCE = 500;

/** Holds every slot of a stretch that is still free, on every unit, and leaves the rest to its holders: how something is closed. */
export async function fill(tx: Tx, claim: Omit<Claim, "bufferUntil" | "whole">): Promise<void> {
  const { subjectId, capacity, from, until, holderKind, holderId } = claim;
  const slots = slotsOf(from, until);
  const rows = Array.from({ length: capacity }, (_, unit) => slots.map((slot) => ({ subjectId, unit, slot, holderKind, holderId }))).flat();
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await tx
      .insert(occupied)
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .onConflictDoNothing();
  }
}
