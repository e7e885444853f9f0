import { and, eq, isNull } from "drizzle-orm";
import { ideaGuestPeople } from "#db/schema/ideas";
import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";
import { writeAudience } from "./write-audience";

/**
 * Lets one person see an idea from now on, whatever its rung, because they and its team said yes to each other. The caller
 * checks who may, and writes the trail. Welcoming twice changes nothing.
 */
export async function welcomePerson(tx: Tx, ctx: Ctx, ideaId: string, personId: string): Promise<void> {
  await tx
    .insert(ideaGuestPeople)
    .values({ ideaId, personId, from: ctx.now })
    .onConflictDoUpdate({ target: [ideaGuestPeople.ideaId, ideaGuestPeople.personId], set: { from: ctx.now, until: null } });
  await writeAudience(tx, ideaId);
}

/** Ends what `welcomePerson` opened: the idea is found by whoever its own rung says. */
export async function endPersonWelcome(tx: Tx, ctx: Ctx, ideaId: string, personId: string): Promise<void> {
  await tx
    .update(ideaGuestPeople)
    .set({ until: ctx.now })
    .where(and(eq(ideaGuestPeople.ideaId, ideaId), eq(ideaGuestPeople.personId, personId), isNull(ideaGuestPeople.until)));
  await writeAudience(tx, ideaId);
}
