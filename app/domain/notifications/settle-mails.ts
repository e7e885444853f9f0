import { isNull } from "drizzle-orm";
import { outbox } from "#db/schema/across";
import type { Ctx } from "../kernel/context";

/** Marks every waiting mail as sent without sending it: the mails of an invented past. For seeding an empty database only. */
export async function settleMails(ctx: Ctx): Promise<{ settled: number }> {
  return ctx.store.tx(async (tx) => {
    const rows = await tx.update(outbox).set({ sentAt: ctx.now }).where(isNull(outbox.sentAt)).returning({ id: outbox.id });
    return { settled: rows.length };
  });
}
