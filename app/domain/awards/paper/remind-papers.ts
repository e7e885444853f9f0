import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { assignments, sheets } from "#db/schema/awards";
import { juryPaperReadings, juryPapers } from "#db/schema/awards-room";
import type { Ctx } from "../../kernel/context";
import { days } from "../../kernel/time";
import { notify } from "../../notifications/notify";
import { allEditions } from "../load";
import { currentRound } from "../rounds";

/**
 * Tells whoever began to type a paper, once, a day before judging ends, that nobody else has read it yet: after that it cannot count any more. Runs
 * every hour and bears being run again.
 */
export async function remindPapers(ctx: Ctx): Promise<{ reminded: number }> {
  return ctx.store.tx(async (tx) => {
    let reminded = 0;
    for (const edition of await allEditions(tx, ctx.now)) {
      const { phase } = edition;
      if (phase.kind !== "judging" || edition.publishedAt !== null || phase.until.getTime() - ctx.now.getTime() > days(1)) continue;
      const round = await currentRound(tx, edition);
      const rows = await tx
        .select({ assignmentId: juryPapers.assignmentId, personId: juryPaperReadings.personId })
        .from(juryPapers)
        .innerJoin(assignments, and(eq(assignments.id, juryPapers.assignmentId), eq(assignments.state, "open")))
        .innerJoin(juryPaperReadings, eq(juryPaperReadings.assignmentId, juryPapers.assignmentId))
        .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
        .where(
          and(
            eq(assignments.roundId, round.id),
            inArray(juryPapers.state, ["waiting", "differs"]),
            isNull(juryPapers.remindedAt),
            isNull(sheets.id),
            eq(juryPaperReadings.no, 1),
          ),
        )
        .orderBy(asc(juryPapers.assignmentId));
      if (rows.length === 0) continue;
      const ids = rows.map(({ assignmentId }) => assignmentId);
      await tx.update(juryPapers).set({ remindedAt: ctx.now }).where(inArray(juryPapers.assignmentId, ids));
      for (const personId of new Set(rows.map((row) => row.personId))) {
        reminded += 1;
        const about = { kind: "paper_waiting", subjectKind: "edition", subjectId: edition.id } as const;
        await notify(tx, ctx, { ...about, personId, dedupeKey: `${round.id}:${ctx.now.getTime()}` });
      }
    }
    return { reminded };
  });
}
