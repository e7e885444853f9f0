import { and, eq, inArray } from "drizzle-orm";
import { assignments, rounds, sheets } from "#db/schema/awards";
import { roleGrants } from "#db/schema/identity";
import { activeGrants } from "../identity/accounts";
import { deleteSessionsOf } from "../identity/session-rows";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { found } from "../kernel/errors";
import { editionToRun } from "./load";

/** Ends somebody's place in the jury: entries they had not begun are free again, sheets they wrote stay. Refuses with "forbidden" or "not_found". */
export async function removeJuror(ctx: Ctx, input: { readonly editionSlug: string; readonly personId: string }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    const held = await activeGrants(tx, input.personId, ctx.now);
    const grant = found(held.find((one) => one.role === "juror" && one.scopeKind === "edition" && one.scopeId === edition.id));
    await tx.update(roleGrants).set({ until: ctx.now }).where(eq(roleGrants.id, grant.id));
    const open = await tx
      .select({ id: assignments.id, sheetId: sheets.id })
      .from(assignments)
      .innerJoin(rounds, eq(rounds.id, assignments.roundId))
      .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
      .where(and(eq(rounds.editionId, edition.id), eq(assignments.jurorId, input.personId), eq(assignments.state, "open")));
    const unbegun = open.filter(({ sheetId }) => sheetId === null).map(({ id }) => id);
    if (unbegun.length > 0) await tx.update(assignments).set({ state: "withdrawn" }).where(inArray(assignments.id, unbegun));
    await deleteSessionsOf(tx, input.personId);
    await writeAudit(tx, ctx, { action: "role.revoked", subjectKind: "role_grant", subjectId: grant.id, fields: ["until"] });
  });
}
