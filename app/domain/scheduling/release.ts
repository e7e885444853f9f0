import { and, eq, inArray } from "drizzle-orm";
import { occupied } from "#db/schema/scheduling";
import type { Tx } from "../kernel/store";
import type { HolderKind } from "./occupy";

/** Lets go of everything a holder has, its buffers too. Returns how many slots became free. */
export async function release(tx: Tx, holderKind: HolderKind, holderId: string): Promise<number> {
  const freed = await tx
    .delete(occupied)
    .where(and(inArray(occupied.holderKind, [holderKind, "buffer"]), eq(occupied.holderId, holderId)))
    .returning({ slot: occupied.slot });
  return freed.length;
}
