import { and, eq, exists, isNull, ne, or } from "drizzle-orm";
import { assignments, conflicts, entries, rounds, scores, sheets } from "#db/schema/awards";
import { isId } from "../ideas/visible";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Db } from "../kernel/store";
import type { Edition } from "./load";
import { editionById } from "./load";
import { canJudge } from "./policy";
import { isJudging } from "./rounds";
import type { ScoredCriterion } from "./rubric";
import { levelOf } from "./rubric";
import type { CriterionRow } from "./rubric-rows";
import { criteriaOfSlot } from "./rubric-rows";

export type SheetRow = typeof sheets.$inferSelect;

/** What a juror works on: their assignment, and what they wrote so far (none when not begun). */
export interface OwnSheet {
  readonly assignment: typeof assignments.$inferSelect;
  readonly entry: typeof entries.$inferSelect;
  readonly sheet: SheetRow | null;
  readonly edition: Edition;
  /** Which round of judging it belongs to. */
  readonly roundNo: number;
}

/**
 * For a query of assignments: those that there are for their juror. From which others kept them there are none; one they stepped aside
 * from themselves can be taken back.
 */
export const isForJuror = (db: Db) =>
  and(
    ne(assignments.state, "withdrawn"),
    or(ne(assignments.state, "recused"), exists(db.select({ id: conflicts.id }).from(conflicts).where(steppedAside))),
  );

const steppedAside = and(
  eq(conflicts.entryId, assignments.entryId),
  eq(conflicts.jurorId, assignments.jurorId),
  eq(conflicts.source, "juror"),
  eq(conflicts.hard, true),
  isNull(conflicts.withdrawnAt),
);

/** The assignment of the juror who acts. Refuses with "sign_in_needed", or "not_found" for everybody else and when others kept them from it. */
export async function ownSheet(db: Db, ctx: Pick<Ctx, "actor" | "now">, assignmentId: string): Promise<OwnSheet> {
  const { personId } = requirePerson(ctx);
  if (!isId(assignmentId)) throw new DomainError("not_found");
  const [row] = await db
    .select({ assignment: assignments, entry: entries, sheet: sheets, editionId: rounds.editionId, roundNo: rounds.no })
    .from(assignments)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .innerJoin(entries, eq(entries.id, assignments.entryId))
    .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
    .where(and(eq(assignments.id, assignmentId), eq(assignments.jurorId, personId), isForJuror(db)));
  const { editionId, ...own } = found(row);
  if (!canJudge(ctx.actor, editionId) || own.entry.state !== "submitted") throw new DomainError("not_found");
  return { ...own, edition: await editionById(db, editionId, ctx.now) };
}

/** The assignment for writing. Refuses besides with "judging_closed" outside the judging phase of its round and "already_done" when recused. */
export async function sheetToWrite(db: Db, ctx: Ctx, assignmentId: string): Promise<OwnSheet> {
  const own = await ownSheet(db, ctx, assignmentId);
  if (!isJudging(own.edition, own.roundNo)) throw new DomainError("judging_closed");
  if (own.assignment.state === "recused") throw new DomainError("already_done");
  return own;
}

/** What a sheet says of each criterion. Two statements. */
export async function scoredCriteria(
  db: Db,
  { assignment, entry, sheet }: Pick<OwnSheet, "assignment" | "entry" | "sheet">,
): Promise<(CriterionRow & ScoredCriterion)[]> {
  const rubric = await criteriaOfSlot(db, assignment.roundId, entry.categoryId);
  const rows = sheet ? await db.select().from(scores).where(eq(scores.sheetId, sheet.id)) : [];
  const byCriterion = new Map(rows.map((row) => [row.criterionId, row]));
  return rubric.map((criterion) => {
    const row = byCriterion.get(criterion.id);
    const level = levelOf(criterion.levels, row?.points);
    return { ...criterion, level, comment: row?.comment ?? sheet?.unscored[criterion.code] ?? "" };
  });
}

/** The assignment from which its juror stepped aside. Refuses as `sheetToWrite`, and with "already_done" when they did not. */
export async function recusedByJuror(db: Db, ctx: Ctx, assignmentId: string): Promise<OwnSheet> {
  const own = await ownSheet(db, ctx, assignmentId);
  if (!isJudging(own.edition, own.roundNo)) throw new DomainError("judging_closed");
  if (own.assignment.state !== "recused") throw new DomainError("already_done");
  return own;
}
