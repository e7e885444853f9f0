import { and, eq } from "drizzle-orm";
import { scores, sheets } from "#db/schema/awards";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { clean } from "../kernel/text";
import type { SheetRow } from "./own-sheet";
import { scoredCriteria, sheetToWrite } from "./own-sheet";
import type { ScoredCriterion } from "./rubric";
import { COMMENT_MAX, NOTE_MAX, pointsOf } from "./rubric";
import type { CriterionRow } from "./rubric-rows";

export interface ScoreInput {
  readonly code: string;
  /** Null takes the level away. */
  readonly level: number | null;
  readonly comment: string;
}
export interface SheetInput {
  readonly assignmentId: string;
  /** The revision the juror's page holds; 0 for a sheet that is not begun. */
  readonly revision: number;
  /** Only the criteria given change. */
  readonly scores: readonly ScoreInput[];
  readonly note?: string;
  readonly feedback?: string;
  /** For the others of the jury and the organiser. */
  readonly juryNote?: string;
}

type Written = CriterionRow & ScoredCriterion;

/**
 * Keeps what a juror scores and writes, during judging; a sheet that was submitted is a draft again once it changes. Refuses with
 * "not_found", "judging_closed", "already_done" (recused), "invalid" and the `field`, or "stale" when another page saved
 * meanwhile: what is stored stays and the refusal carries it (`stored`, JSON, and `revision`).
 */
export async function saveSheet(ctx: Ctx, input: SheetInput): Promise<{ revision: number; savedAt: Date }> {
  const note = limited("note", input.note, NOTE_MAX);
  const feedback = limited("feedback", input.feedback, NOTE_MAX);
  const juryNote = limited("juryNote", input.juryNote, NOTE_MAX);
  return ctx.store.tx(async (tx) => {
    const own = await sheetToWrite(tx, ctx, input.assignmentId);
    const { assignment, sheet } = own;
    const before = await scoredCriteria(tx, own);
    const after = changed(before, input.scores);
    const texts = {
      note: note ?? sheet?.note ?? "",
      feedback: feedback ?? sheet?.feedback ?? "",
      juryNote: juryNote ?? sheet?.juryNote ?? "",
    };
    // A request sent again after its answer got lost is no conflict.
    if (sheet && said(before, sheet) === said(after, texts)) return { revision: sheet.revision, savedAt: sheet.updatedAt };
    if ((sheet?.revision ?? 0) !== input.revision) {
      throw new DomainError("stale", { revision: sheet?.revision ?? 0, stored: sheet ? said(before, sheet) : "" });
    }
    const unscored = Object.fromEntries(
      after.filter(({ level, comment }) => level === null && comment !== "").map(({ code, comment }) => [code, comment]),
    );
    const sheetId = await writeSheet(tx, ctx, assignment.id, sheet, { ...texts, unscored });
    await writeScores(tx, sheetId, after);
    return { revision: input.revision + 1, savedAt: ctx.now };
  });
}

function said(list: readonly Written[], { note, feedback, juryNote }: Pick<SheetRow, "note" | "feedback" | "juryNote">): string {
  return JSON.stringify({ scores: list.map(({ code, level, comment }) => ({ code, level, comment })), note, feedback, juryNote });
}

/** A text without stray characters; refuses one that is too long with "invalid" and the `field`. */
export function limited(field: string, text: string | undefined, max: number): string | undefined {
  if (text === undefined) return undefined;
  const kept = clean(text);
  if (kept.length > max) throw new DomainError("invalid", { field, max });
  return kept;
}

function changed(before: readonly Written[], inputs: readonly ScoreInput[]): Written[] {
  const byCode = new Map(inputs.map((input) => [input.code, input]));
  const unknown = inputs.find(({ code }) => !before.some((criterion) => criterion.code === code));
  if (unknown) throw new DomainError("invalid", { field: `level.${unknown.code}` });
  return before.map((criterion) => {
    const input = byCode.get(criterion.code);
    if (!input) return criterion;
    if (input.level !== null && pointsOf(criterion.levels, input.level) === null) {
      throw new DomainError("invalid", { field: `level.${criterion.code}` });
    }
    const comment = limited(`comment.${criterion.code}`, input.comment, COMMENT_MAX) ?? "";
    return { ...criterion, level: input.level, comment };
  });
}

async function writeSheet(
  tx: Tx,
  ctx: Ctx,
  assignmentId: string,
  sheet: SheetRow | null,
  texts: Pick<SheetRow, "note" | "feedback" | "juryNote" | "unscored">,
): Promise<string> {
  const values = { ...texts, state: "draft" as const, updatedAt: ctx.now, submittedAt: null, total: null };
  const [row] = sheet
    ? await tx
        .update(sheets)
        .set({ ...values, revision: sheet.revision + 1 })
        .where(and(eq(sheets.id, sheet.id), eq(sheets.revision, sheet.revision)))
        .returning({ id: sheets.id })
    : await tx
        .insert(sheets)
        .values({ id: ctx.newId(), assignmentId, revision: 1, ...values })
        .onConflictDoNothing()
        .returning({ id: sheets.id });
  if (!row) throw new DomainError("stale");
  return row.id;
}

/** Replaces the scores of a sheet. */
export async function writeScores(tx: Tx, sheetId: string, list: readonly Written[]): Promise<void> {
  await tx.delete(scores).where(eq(scores.sheetId, sheetId));
  const rows = list.flatMap(({ id, levels, level, comment }) => {
    const points = level === null ? null : pointsOf(levels, level);
    return points === null ? [] : [{ sheetId, criterionId: id, points, comment }];
  });
  if (rows.length > 0) await tx.insert(scores).values(rows);
}
