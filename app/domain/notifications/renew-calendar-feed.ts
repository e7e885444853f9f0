import { randomBytes } from "node:crypto";
import { calendarFeeds } from "#db/schema/notifications";
import { sha256, writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { revokeFeeds } from "./close-calendar-feed";

/** Makes a new address for the actor's calendar and returns its secret, this once; the address before stops working. */
export async function renewCalendarFeed(ctx: Ctx): Promise<{ secret: string }> {
  const { personId } = requirePerson(ctx);
  const secret = randomBytes(32).toString("base64url");
  const id = ctx.newId();
  await ctx.store.tx(async (tx) => {
    await revokeFeeds(tx, ctx, personId);
    await tx.insert(calendarFeeds).values({ id, personId, hash: sha256(secret), createdAt: ctx.now });
    await writeAudit(tx, ctx, { action: "calendar.renewed", subjectKind: "person", subjectId: personId, fields: ["calendar"] });
  });
  return { secret };
}
