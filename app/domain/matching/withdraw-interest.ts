import { and, eq } from "drizzle-orm";
import { interests } from "#db/schema/matching";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { goApart } from "./come-together";
import { ownInterest } from "./interest";

/**
 * Takes a question back while it is open (its own team), or ends the contact after a yes (either side): from then on each
 * idea is found by whoever its own rung says, and the room can only be read. Refuses with "not_found" or "already_done".
 */
export async function withdrawInterest(ctx: Ctx, interestId: string): Promise<{ ideaId: string }> {
  requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const interest = await ownInterest(tx, ctx, interestId, "either");
    const { fromIdeaId, toId, state } = interest;
    if (state === "open") await ownInterest(tx, ctx, interestId, "from");
    else if (state !== "accepted") throw new DomainError("already_done");
    const [ended] = await tx
      .update(interests)
      .set({ state: "withdrawn" })
      .where(and(eq(interests.id, interestId), eq(interests.state, state)))
      .returning({ id: interests.id });
    if (!ended) throw new DomainError("already_done");
    if (state === "accepted") await goApart(tx, ctx, interest);
    await writeAudit(tx, ctx, {
      action: "interest.withdrawn",
      subjectKind: "idea",
      subjectId: fromIdeaId,
      fields: ["interest"],
      detail: toId,
    });
    return { ideaId: fromIdeaId };
  });
}
