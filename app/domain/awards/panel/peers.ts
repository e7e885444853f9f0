import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { assignments, scores, sheets } from "#db/schema/awards";
import { jurySettings } from "#db/schema/awards-jury";
import type { Labels } from "#db/schema/campus";
import { people } from "#db/schema/identity";
import type { View } from "../../ideas/visible";
import type { Db } from "../../kernel/store";
import { ownSheet } from "../own-sheet";
import { levelOf } from "../rubric";
import { criteriaOfSlot } from "../rubric-rows";

export interface PeerSheet {
  readonly name: string;
  readonly note: string;
  readonly levels: readonly {
    readonly code: string;
    readonly name: Labels;
    readonly level: number | null;
    readonly label: Labels | null;
  }[];
}

/** Whether jurors of an edition see each other's sheets once their own is sent; not unless the organiser said so. */
export async function showsPeers(db: Db, editionId: string): Promise<boolean> {
  const [row] = await db.select({ shown: jurySettings.showsPeers }).from(jurySettings).where(eq(jurySettings.editionId, editionId));
  return row?.shown ?? false;
}

/**
 * What the others of the jury gave the same entry in the same round, with what they wrote to the jury. Null until the juror's own
 * sheet is sent, when they stepped back, and in editions that do not show it. Refuses with "not_found" for who has no such sheet.
 */
export async function peersOf({ db, actor }: View, assignmentId: string, now: Date): Promise<PeerSheet[] | null> {
  const { assignment, entry, sheet, edition } = await ownSheet(db, { actor, now }, assignmentId);
  if (sheet?.state !== "submitted" || assignment.state !== "open" || !(await showsPeers(db, edition.id))) return null;
  const rows = await db
    .select({ id: sheets.id, name: people.name, note: sheets.juryNote })
    .from(sheets)
    .innerJoin(assignments, eq(assignments.id, sheets.assignmentId))
    .innerJoin(people, eq(people.id, assignments.jurorId))
    .where(
      and(
        eq(assignments.roundId, assignment.roundId),
        eq(assignments.entryId, assignment.entryId),
        eq(assignments.state, "open"),
        ne(assignments.id, assignment.id),
        eq(sheets.state, "submitted"),
      ),
    )
    .orderBy(asc(people.nameKey), asc(sheets.id));
  const ids = rows.map(({ id }) => id);
  const given = ids.length === 0 ? [] : await db.select().from(scores).where(inArray(scores.sheetId, ids));
  const rubric = await criteriaOfSlot(db, assignment.roundId, entry.categoryId);
  return rows.map(({ id, name, note }) => ({
    name,
    note,
    levels: rubric.map((criterion) => {
      const points = given.find((one) => one.sheetId === id && one.criterionId === criterion.id)?.points;
      const level = levelOf(criterion.levels, points);
      const label = criterion.levels.find((one) => one.level === level)?.label ?? null;
      return { code: criterion.code, name: criterion.name, level, label };
    }),
  }));
}
