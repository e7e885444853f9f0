import { and, eq } from "drizzle-orm";
import { juryAbsences } from "#db/schema/awards-jury";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { dayOf } from "../../scheduling/wall";
import { memberToSet } from "./member-to-set";
import { ABSENCES_MAX } from "./plan";

/** Notes days on which a juror is away; the juror themselves, or the organiser. Refuses with "not_found" or "invalid" and the `field`. */
export async function addAbsence(
  ctx: Ctx,
  input: { readonly editionSlug: string; readonly personId: string; readonly firstDay: string; readonly lastDay: string },
): Promise<{ absenceId: string }> {
  const { personId, firstDay, lastDay } = input;
  dayOf(firstDay, "firstDay");
  dayOf(lastDay, "lastDay");
  if (lastDay < firstDay) throw new DomainError("invalid", { field: "lastDay" });
  return ctx.store.tx(async (tx) => {
    const edition = await memberToSet(tx, ctx, input.editionSlug, personId);
    const own = and(eq(juryAbsences.editionId, edition.id), eq(juryAbsences.personId, personId));
    if ((await tx.select({ id: juryAbsences.id }).from(juryAbsences).where(own)).length >= ABSENCES_MAX) {
      throw new DomainError("invalid", { field: "firstDay", max: ABSENCES_MAX });
    }
    const absenceId = ctx.newId();
    await tx.insert(juryAbsences).values({ id: absenceId, editionId: edition.id, personId, firstDay, lastDay });
    await writeAudit(tx, ctx, { action: "juror.away", subjectKind: "person", subjectId: personId, fields: ["absences"] });
    return { absenceId };
  });
}
