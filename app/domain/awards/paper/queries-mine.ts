import { and, eq } from "drizzle-orm";
import { assignments, sheets } from "#db/schema/awards";
import { juryPaperReadings, juryPapers } from "#db/schema/awards-room";
import { people } from "#db/schema/identity";
import type { View } from "../../ideas/visible";

export interface OwnPaper {
  /** "waiting" while the juror may read what somebody typed; "counted" when the sheet comes from paper. */
  readonly state: "waiting" | "counted";
  readonly by: string;
}

/** What was typed from the juror's own paper sheet of an assignment; null without one, for everybody else, and once they began on the screen. One statement. */
export async function ownPaper({ db, actor }: View, assignmentId: string): Promise<OwnPaper | null> {
  const [row] = await db
    .select({ state: juryPapers.state, by: people.name, sheet: sheets.id, revision: sheets.revision })
    .from(juryPapers)
    .innerJoin(assignments, and(eq(assignments.id, juryPapers.assignmentId), eq(assignments.jurorId, actor.personId ?? "")))
    .innerJoin(juryPaperReadings, and(eq(juryPaperReadings.assignmentId, assignments.id), eq(juryPaperReadings.no, 1)))
    .innerJoin(people, eq(people.id, juryPaperReadings.personId))
    .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
    .where(eq(juryPapers.assignmentId, assignmentId));
  if (!row) return null;
  // A sheet that was changed on the screen afterwards is the juror's own again.
  if (row.state === "counted") return row.revision === 1 ? { state: "counted", by: row.by } : null;
  return row.sheet === null ? { state: "waiting", by: row.by } : null;
}
