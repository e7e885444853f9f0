import { and, count, eq, inArray, isNull, ne } from "drizzle-orm";
import { ideas } from "#db/schema/ideas";
import { suggestions } from "#db/schema/matching";
import type { Db } from "../kernel/store";

/**
 * In how many lists of a campus each idea stands among the first five, the list of `except` left out. Lists count whose idea
 * everybody on the campus may see now, so that no count tells of an idea that somebody may not see. One statement.
 */
export async function exposuresOf(db: Db, campusId: string, ids: readonly string[], except: string): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: suggestions.subjectId, n: count() })
    .from(suggestions)
    .innerJoin(ideas, eq(ideas.id, suggestions.ideaId))
    .where(
      and(
        eq(suggestions.exposedOn, campusId),
        inArray(suggestions.subjectId, [...ids]),
        ne(suggestions.ideaId, except),
        eq(ideas.status, "active"),
        isNull(ideas.hiddenAt),
        eq(ideas.homeCampusId, campusId),
        inArray(ideas.visibility, ["campus", "companies", "public"]),
        inArray(ideas.matchConsent, ["open", "veiled"]),
      ),
    )
    .groupBy(suggestions.subjectId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}
