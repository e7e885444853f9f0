import { and, eq, inArray } from "drizzle-orm";
import { reports } from "#db/schema/across";
import type { Db } from "../../kernel/store";

/** Which of these assessments somebody reported. One statement. */
export async function reportedOf(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectDistinct({ id: reports.subjectId })
    .from(reports)
    .where(and(eq(reports.subjectKind, "assessment"), inArray(reports.subjectId, [...ids])));
  return new Set(rows.map(({ id }) => id));
}
