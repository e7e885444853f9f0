import { and, asc, eq, inArray } from "drizzle-orm";
import { assignments, criteria, entries, scores, sheets } from "#db/schema/awards";
import { sha256 } from "../../kernel/audit";
import type { Db } from "../../kernel/store";
import type { RoundInput } from "../verdict-of";

/** What a verdict of a round is made of, and the digest of all of it. */
export interface Asked {
  readonly roundId: string;
  readonly digest: string;
  readonly input: RoundInput;
}

/**
 * The submitted sheets of a round that count, of entries that are still in, as plain data; their order says nothing. Four statements of
 * few columns, since every load of a result asks for them.
 */
export async function roundInput(
  db: Db,
  { editionId, roundId, seed }: { editionId: string; roundId: string; seed: string },
): Promise<Asked> {
  const entered = await db
    .select({ id: entries.id, categoryId: entries.categoryId })
    .from(entries)
    .where(and(eq(entries.editionId, editionId), eq(entries.state, "submitted")))
    .orderBy(asc(entries.id));
  const counting = and(eq(sheets.state, "submitted"), eq(assignments.state, "open"), eq(assignments.roundId, roundId));
  const given = await db
    .select({ sheet: sheets.id, entry: assignments.entryId, juror: assignments.jurorId })
    .from(sheets)
    .innerJoin(assignments, eq(assignments.id, sheets.assignmentId))
    .where(counting)
    .orderBy(asc(sheets.id));
  const points = await db
    .select({ sheet: scores.sheetId, criterion: scores.criterionId, points: scores.points })
    .from(scores)
    .innerJoin(sheets, eq(sheets.id, scores.sheetId))
    .innerJoin(assignments, eq(assignments.id, sheets.assignmentId))
    .where(counting);
  const used = [...new Set(points.map(({ criterion }) => criterion))];
  const rubric =
    used.length === 0
      ? []
      : await db
          .select()
          .from(criteria)
          .where(and(inArray(criteria.id, used), eq(criteria.counted, true)))
          .orderBy(asc(criteria.rubricVersionId), asc(criteria.position), asc(criteria.id));
  const categories = entered.map(({ id, categoryId }) => [id, categoryId] as const);
  const input = { seed, categories, versions: versionsOf(given, points, rubric, new Set(entered.map(({ id }) => id))) };
  return { roundId, input, digest: sha256(JSON.stringify(input)) };
}

type Given = { readonly sheet: string; readonly entry: string; readonly juror: string };
type Point = { readonly sheet: string; readonly criterion: string; readonly points: number };

function versionsOf(
  given: readonly Given[],
  points: readonly Point[],
  rubric: readonly (typeof criteria.$inferSelect)[],
  entered: ReadonlySet<string>,
): RoundInput["versions"] {
  const at = new Map(rubric.map(({ id, rubricVersionId }) => [id, rubricVersionId]));
  const bySheet = new Map<string, { version: string; scores: Map<string, number> }>();
  for (const { sheet, criterion, points: worth } of points) {
    const version = at.get(criterion);
    if (version === undefined) continue;
    const own = bySheet.get(sheet) ?? { version, scores: new Map<string, number>() };
    own.scores.set(criterion, worth / 100);
    bySheet.set(sheet, own);
  }
  return [...new Set(at.values())].map((version) => {
    const own = rubric.filter(({ rubricVersionId }) => rubricVersionId === version);
    return {
      criteria: own.map(({ code, name, weight }) => ({ code, name, weight })),
      sheets: given.flatMap(({ sheet, entry, juror }) => {
        const found = bySheet.get(sheet);
        if (found?.version !== version || !entered.has(entry)) return [];
        return [{ entry, juror, scores: own.map(({ id }) => found.scores.get(id) ?? 0) }];
      }),
    };
  });
}
