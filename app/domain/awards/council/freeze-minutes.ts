import { and, eq, isNotNull } from "drizzle-orm";
import { deliberationPeople, deliberations, motions } from "#db/schema/awards-council";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import type { Tx } from "../../kernel/store";
import type { Edition } from "../load";
import { minutesOf } from "./queries-minutes";

/**
 * Ends the deliberation when the result becomes public: what was still proposed or voted on lapses, whoever was still in the room leaves,
 * and the minutes are kept as they are now.
 */
export async function freezeMinutes(tx: Tx, ctx: Ctx, edition: Edition): Promise<void> {
  const lapsed = await tx
    .update(motions)
    .set({ state: "withdrawn", openKey: null, closedAt: ctx.now, closedBy: ctx.actor.personId })
    .where(and(eq(motions.editionId, edition.id), isNotNull(motions.openKey)))
    .returning({ id: motions.id });
  for (const { id } of lapsed)
    await writeAudit(tx, ctx, { action: "motion.lapsed", subjectKind: "motion", subjectId: id, fields: ["state"] });
  await tx
    .update(deliberationPeople)
    .set({ openKey: null, until: ctx.now })
    .where(and(eq(deliberationPeople.editionId, edition.id), isNotNull(deliberationPeople.openKey)));
  const set = { minutes: await minutesOf(tx, edition), frozenAt: ctx.now };
  await tx
    .insert(deliberations)
    .values({ editionId: edition.id, ...set })
    .onConflictDoUpdate({ target: deliberations.editionId, set });
  await writeAudit(tx, ctx, { action: "minutes.frozen", subjectKind: "edition", subjectId: edition.id, fields: ["minutes"] });
}
