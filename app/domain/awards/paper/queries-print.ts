import { and, asc, eq } from "drizzle-orm";
import { assignments, categories, entries, entryVersions } from "#db/schema/awards";
import { blindRounds, entryRedactions } from "#db/schema/awards-files";
import type { Labels } from "#db/schema/campus";
import { people } from "#db/schema/identity";
import type { View } from "../../ideas/visible";
import { isId } from "../../ideas/visible";
import type { Locale } from "../../kernel/actor";
import { DomainError } from "../../kernel/errors";
import { copyOfBlindRound, juryTitle } from "../blind/reading";
import type { Edition } from "../load";
import { editionBySlug } from "../load";
import { canJudge, canOrganise } from "../policy";
import { currentRound } from "../rounds";
import type { CriterionRow } from "../rubric-rows";
import { criteriaByCategory } from "../rubric-rows";
import { sheetCode } from "./code";

/** One scoring sheet to print: what the juror sees of the entry, and nothing of its makers. */
export interface PrintedSheet {
  readonly assignmentId: string;
  readonly code: string;
  readonly number: number;
  readonly title: string;
  readonly category: Labels;
  readonly criteria: readonly CriterionRow[];
  readonly juror: string;
  /** The language of the juror. */
  readonly locale: Locale;
}
export interface PrintedSheets {
  readonly edition: Pick<Edition, "slug" | "name" | "phase" | "campus">;
  readonly roundNo: number;
  readonly until: Date;
  readonly sheets: readonly PrintedSheet[];
}

/** Sheets in one file at most; a larger round comes in parts. */
export const PRINTED_AT_ONCE = 150;

/**
 * The sheets of the present round to print, by juror and number: all or some for an organiser, own ones for a juror. Refuses with "not_found"
 * for all others and where there is nothing to print.
 */
export async function sheetsToPrint(
  { db, actor }: View,
  slug: string,
  now: Date,
  which: { readonly jurorId?: string | null; readonly assignmentId?: string | null; readonly part?: number },
): Promise<PrintedSheets> {
  const edition = await editionBySlug(db, slug, now);
  const runs = canOrganise(actor, edition.campusId);
  if (!runs && !canJudge(actor, edition.id)) throw new DomainError("not_found");
  const jurorId = runs ? (which.jurorId ?? null) : actor.personId;
  const { assignmentId } = which;
  if ((jurorId !== null && !isId(jurorId)) || (assignmentId && !isId(assignmentId))) throw new DomainError("not_found");
  const round = await currentRound(db, edition);
  const rows = await db
    .select({
      assignmentId: assignments.id,
      number: entries.number,
      content: entryVersions.content,
      texts: entryRedactions.texts,
      categoryId: categories.id,
      category: categories.name,
      juror: people.name,
      locale: people.locale,
    })
    .from(assignments)
    .innerJoin(entries, and(eq(entries.id, assignments.entryId), eq(entries.state, "submitted")))
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .innerJoin(categories, eq(categories.id, entries.categoryId))
    .innerJoin(people, eq(people.id, assignments.jurorId))
    .leftJoin(blindRounds, eq(blindRounds.roundId, assignments.roundId))
    .leftJoin(entryRedactions, copyOfBlindRound())
    .where(
      and(
        eq(assignments.roundId, round.id),
        eq(assignments.state, "open"),
        jurorId === null ? undefined : eq(assignments.jurorId, jurorId),
        assignmentId ? eq(assignments.id, assignmentId) : undefined,
      ),
    )
    .orderBy(asc(people.nameKey), asc(people.id), asc(entries.number))
    .limit(PRINTED_AT_ONCE)
    .offset(PRINTED_AT_ONCE * Math.max(0, (which.part ?? 1) - 1));
  if (rows.length === 0) throw new DomainError("not_found");
  const rubrics = await criteriaByCategory(db, round.id);
  const judged = edition.phases.filter(({ kind }) => kind === "judging");
  return {
    edition,
    roundNo: round.no,
    until: (judged.find(({ roundNo }) => (roundNo ?? 1) === round.no) ?? edition.phase).until,
    sheets: rows.map(({ content, texts, categoryId, ...row }) => ({
      ...row,
      criteria: rubrics.get(categoryId) ?? [],
      title: juryTitle(content, texts),
      code: sheetCode(row),
    })),
  };
}
