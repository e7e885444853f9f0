import { and, eq, isNull } from "drizzle-orm";
import { ideaGuests } from "#db/schema/ideas";
import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";
import { writeAudience } from "./write-audience";

/**
 * Lets two teams see each other's idea from now on, whatever the rung, because both said yes. The caller checks who may, and
 * writes the trail. Welcoming twice changes nothing.
 */
export async function welcomeTeams(tx: Tx, ctx: Ctx, a: string, b: string): Promise<void> {
  for (const [ideaId, guestIdeaId] of [
    [a, b],
    [b, a],
  ] as const) {
    await tx
      .insert(ideaGuests)
      .values({ ideaId, guestIdeaId, from: ctx.now })
      .onConflictDoUpdate({ target: [ideaGuests.ideaId, ideaGuests.guestIdeaId], set: { from: ctx.now, until: null } });
    await writeAudience(tx, ideaId);
  }
}

/** Ends what `welcomeTeams` opened: each idea is found by whoever its own rung says. */
export async function endWelcome(tx: Tx, ctx: Ctx, a: string, b: string): Promise<void> {
  for (const [ideaId, guestIdeaId] of [
    [a, b],
    [b, a],
  ] as const) {
    await tx
      .update(ideaGuests)
      .set({ until: ctx.now })
      .where(and(eq(ideaGuests.ideaId, ideaId), eq(ideaGuests.guestIdeaId, guestIdeaId), isNull(ideaGuests.until)));
    await writeAudience(tx, ideaId);
  }
}
