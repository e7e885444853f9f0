import { eq } from "drizzle-orm";
import { follows } from "#db/schema/ideas";
import type { Tx } from "../kernel/store";

/** Who follows an idea; its team does so from the start. Whether they may still see it is asked where they are told. */
export async function followersOf(tx: Tx, ideaId: string): Promise<string[]> {
  const rows = await tx.select({ personId: follows.personId }).from(follows).where(eq(follows.ideaId, ideaId));
  return rows.map(({ personId }) => personId);
}
