import { and, eq } from "drizzle-orm";
import { sheets } from "#db/schema/awards";
import { juryPaperReadings, juryPapers } from "#db/schema/awards-room";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { missingInSheet, totalOf } from "../rubric";
import { writeScores } from "../save-sheet";
import type { Reading } from "./reading";
import { agreementOf, readingOf } from "./reading";
import type { Paper } from "./rows";

/** Refuses a reading that could not be sent with "sheet_incomplete" and its `fields`. */
export function demandComplete({ criteria }: Pick<Paper, "criteria">, { scores }: Pick<Reading, "scores">): void {
  const missing = missingInSheet(
    criteria.map(({ code, levels }) => {
      const read = scores.find((one) => one.code === code);
      return { code, levels, level: read?.level ?? null, comment: read?.comment ?? "" };
    }),
  );
  if (missing.length > 0) throw new DomainError("sheet_incomplete", { fields: missing.join(" ") });
}

/** Keeps a reading, in place of the person's own before, and sends the sheet when two people now read the same everywhere. */
export async function keepReading(
  tx: Tx,
  ctx: Ctx,
  { paper, readings, ...work }: Paper,
  reading: Reading,
): Promise<"waiting" | "differs" | "counted"> {
  const { id: assignmentId } = work.assignment;
  const after: Reading[] = [...readings.filter(({ personId }) => personId !== reading.personId), reading];
  const { agreed, open } = agreementOf(after);
  const state = after.length < 2 ? "waiting" : open.length > 0 ? "differs" : "counted";
  const values = { state, countedAt: state === "counted" ? ctx.now : null } as const;
  const [kept] = paper
    ? await tx
        .update(juryPapers)
        .set({ ...values, revision: paper.revision + 1 })
        .where(and(eq(juryPapers.assignmentId, assignmentId), eq(juryPapers.revision, paper.revision)))
        .returning({ id: juryPapers.assignmentId })
    : await tx
        .insert(juryPapers)
        .values({ assignmentId, revision: 1, startedAt: ctx.now, ...values })
        .onConflictDoNothing()
        .returning({ id: juryPapers.assignmentId });
  if (!kept) throw new DomainError("stale");
  const { personId, no, scores, juryNote, feedback } = reading;
  const said = { scores, juryNote, feedback, no, at: ctx.now };
  await tx
    .insert(juryPaperReadings)
    .values({ assignmentId, personId, ...said })
    .onConflictDoUpdate({ target: [juryPaperReadings.assignmentId, juryPaperReadings.personId], set: said });
  await writeAudit(tx, ctx, { action: "paper.read", subjectKind: "assignment", subjectId: assignmentId, fields: [`reading_${no}`] });
  if (state === "counted") await count(tx, ctx, work, after, agreed);
  return state;
}

async function count(
  tx: Tx,
  ctx: Ctx,
  { assignment, criteria }: Pick<Paper, "assignment" | "criteria">,
  readings: readonly Reading[],
  agreed: ReadonlyMap<string, string>,
): Promise<void> {
  const { scores, juryNote, feedback } = readingOf(
    agreed,
    criteria.map(({ code }) => code),
  );
  demandComplete({ criteria }, { scores });
  const scored = criteria.map((criterion) => ({
    ...criterion,
    level: null,
    comment: "",
    ...scores.find(({ code }) => code === criterion.code),
  }));
  const sent = { state: "submitted" as const, updatedAt: ctx.now, submittedAt: ctx.now, total: totalOf(scored) };
  const [sheet] = await tx
    .insert(sheets)
    .values({ id: ctx.newId(), assignmentId: assignment.id, revision: 1, juryNote, feedback, unscored: {}, ...sent })
    .onConflictDoNothing()
    .returning({ id: sheets.id });
  if (!sheet) throw new DomainError("conflict");
  await writeScores(tx, sheet.id, scored);
  // Both names stay with the act, apart from the trail so that they can be erased.
  const detail = readings.map(({ personId }) => personId).join(" ");
  await writeAudit(tx, ctx, { action: "sheet.submitted", subjectKind: "assignment", subjectId: assignment.id, fields: ["paper"], detail });
}
