import { eq } from "drizzle-orm";
import { outbox } from "#db/schema/across";
import type { Ctx } from "../kernel/context";

/** Takes the address out of a mail that has been sent: the last trace of somebody who was erased. */
export async function forgetAddress(ctx: Ctx, outboxId: string): Promise<void> {
  await ctx.store.tx(async (tx) => {
    await tx.update(outbox).set({ address: null, payload: {} }).where(eq(outbox.id, outboxId));
  });
}
