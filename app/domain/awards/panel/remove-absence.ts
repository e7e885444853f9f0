import { eq } from "drizzle-orm";
import { juryAbsences } from "#db/schema/awards-jury";
import { isId } from "../../ideas/visible";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { memberToSet } from "./member-to-set";

/** Takes days away back. Refuses with "not_found". */
export async function removeAbsence(ctx: Ctx, input: { readonly editionSlug: string; readonly absenceId: string }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const [row] = isId(input.absenceId) ? await tx.select().from(juryAbsences).where(eq(juryAbsences.id, input.absenceId)) : [];
    if (!row) throw new DomainError("not_found");
    const edition = await memberToSet(tx, ctx, input.editionSlug, row.personId);
    if (edition.id !== row.editionId) throw new DomainError("not_found");
    await tx.delete(juryAbsences).where(eq(juryAbsences.id, row.id));
    await writeAudit(tx, ctx, { action: "juror.away", subjectKind: "person", subjectId: row.personId, fields: ["absences"] });
  });
}
