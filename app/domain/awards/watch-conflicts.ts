import { and, eq, isNull, ne, or } from "drizzle-orm";
import { assignments, sheets } from "#db/schema/awards";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { conflictsOf } from "./conflicts-of";
import { allEditions } from "./load";
import { currentRound, isJudging } from "./rounds";

/**
 * Takes an entry from a juror whom something since the assignment keeps from it: they began to coach the team, joined it or its
 * organisation. A sheet that was sent before stays, for it was honest when it was written; the organiser sees the conflict beside it.
 * Runs every hour and bears being run again. Returns how many assignments ended.
 */
export async function watchConflicts(ctx: Ctx): Promise<{ ended: number }> {
  return ctx.store.tx(async (tx) => {
    let ended = 0;
    for (const edition of await allEditions(tx, ctx.now)) {
      if (edition.phase.kind !== "judging") continue;
      const round = await currentRound(tx, edition);
      if (!isJudging(edition, round.no)) continue;
      const open = await tx
        .select({ id: assignments.id, jurorId: assignments.jurorId, entryId: assignments.entryId })
        .from(assignments)
        .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
        .where(
          and(eq(assignments.roundId, round.id), eq(assignments.state, "open"), or(isNull(sheets.state), ne(sheets.state, "submitted"))),
        );
      const apart = new Set<string>();
      for (const { hard, jurorId, entryId } of await conflictsOf(tx, edition.id)) if (hard) apart.add(`${jurorId} ${entryId}`);
      for (const { id, jurorId, entryId } of open) {
        if (!apart.has(`${jurorId} ${entryId}`)) continue;
        ended += 1;
        await tx.update(assignments).set({ state: "recused" }).where(eq(assignments.id, id));
        await writeAudit(tx, ctx, {
          action: "assignment.recused",
          subjectKind: "assignment",
          subjectId: id,
          fields: ["state", "computed"],
        });
      }
    }
    return { ended };
  });
}
