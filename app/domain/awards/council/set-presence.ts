import { eq } from "drizzle-orm";
import { deliberationPeople } from "#db/schema/awards-council";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { councilToLead } from "./council";

export interface PresenceInput {
  readonly editionSlug: string;
  readonly personId: string;
  readonly present: boolean;
}

/**
 * Records that a juror came into the room, or left it; again says nothing new. By an organiser or the chair. Refuses with "not_found",
 * "forbidden", "deciding_closed" or "invalid" (no juror of the edition).
 */
export async function setPresence(ctx: Ctx, { editionSlug, personId, present }: PresenceInput): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { edition, jurors } = await councilToLead(tx, ctx, editionSlug);
    if (!jurors.some((juror) => juror.personId === personId)) throw new DomainError("invalid", { field: "personId" });
    const openKey = `${edition.id}:${personId}`;
    const changed = present
      ? await tx
          .insert(deliberationPeople)
          .values({ id: ctx.newId(), editionId: edition.id, personId, openKey, from: ctx.now })
          .onConflictDoNothing()
          .returning({ id: deliberationPeople.id })
      : await tx
          .update(deliberationPeople)
          .set({ openKey: null, until: ctx.now })
          .where(eq(deliberationPeople.openKey, openKey))
          .returning({ id: deliberationPeople.id });
    if (changed.length === 0) return;
    const action = present ? "council.came_in" : "council.left";
    await writeAudit(tx, ctx, { action, subjectKind: "person", subjectId: personId, fields: [present ? "from" : "until"] });
  });
}
