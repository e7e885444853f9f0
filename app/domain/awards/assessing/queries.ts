import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { criteria, levels, rubricVersions } from "#db/schema/awards";
import { assessments, assessmentScores } from "#db/schema/awards-rubric";
import type { Labels } from "#db/schema/campus";
import { people } from "#db/schema/identity";
import type { View } from "../../ideas/visible";
import type { Locale } from "../../kernel/actor";
import { prepared } from "../../kernel/prepared";
import type { Db } from "../../kernel/store";
import type { CriterionRow } from "../rubric-rows";
import { criteriaOfVersions } from "../rubric-rows";
import { LIBRARY, libraryRubric, libraryRubricId } from "../rubrics/library";
import type { Access } from "./access";
import { accessOrNothing, accessTo } from "./access";
import type { GrowthLine, Scored, Side } from "./assessment";
import { linesOf } from "./assessment";
import { reportedOf } from "./reported";
import { editionRubricsOf } from "./rubrics-to-use";

/** How an idea grew by one rubric. */
export interface Growth {
  readonly rubricId: string;
  readonly name: Labels;
  /** When it was last assessed by it. */
  readonly at: Date;
  readonly lines: readonly GrowthLine<Labels>[];
}

async function rowsOf(db: Db, ideaId: string) {
  return db
    .select({
      assessment: assessments,
      by: people.name,
      rubricId: rubricVersions.rubricId,
      rubricName: rubricVersions.name,
      criterion: { id: criteria.id, code: criteria.code, name: criteria.name, position: criteria.position },
      points: assessmentScores.points,
      comment: assessmentScores.comment,
      level: levels.label,
    })
    .from(assessments)
    .innerJoin(people, eq(people.id, assessments.personId))
    .innerJoin(rubricVersions, eq(rubricVersions.id, assessments.rubricVersionId))
    .innerJoin(assessmentScores, eq(assessmentScores.assessmentId, assessments.id))
    .innerJoin(criteria, eq(criteria.id, assessmentScores.criterionId))
    .innerJoin(levels, and(eq(levels.criterionId, criteria.id), eq(levels.points, assessmentScores.points)))
    .where(eq(assessments.ideaId, ideaId))
    .orderBy(desc(assessments.at), desc(assessments.id), asc(criteria.position));
}
type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** What a line of growth is drawn from. */
type Drawn = Scored<Labels> & { readonly rubricName: Labels };

/** The scores that are shown, newest first: no more of them than the lines need, since the page of the idea asks each time. One prepared statement. */
function drawnOf(db: Db, ideaId: string): PromiseLike<Drawn[]> {
  const query = prepared(db, "awards.growth", (on) =>
    on
      .select({
        at: assessments.at,
        side: assessments.side,
        rubricId: rubricVersions.rubricId,
        rubricName: rubricVersions.name,
        code: criteria.code,
        name: criteria.name,
        position: criteria.position,
        points: assessmentScores.points,
      })
      .from(assessments)
      .innerJoin(rubricVersions, eq(rubricVersions.id, assessments.rubricVersionId))
      .innerJoin(assessmentScores, eq(assessmentScores.assessmentId, assessments.id))
      .innerJoin(criteria, eq(criteria.id, assessmentScores.criterionId))
      .where(and(eq(assessments.ideaId, sql.placeholder("idea")), isNull(assessments.removedAt), isNull(assessments.hiddenAt)))
      .orderBy(desc(assessments.at), desc(assessments.id), asc(criteria.position)),
  );
  return query.execute({ idea: ideaId });
}

function growthIn(drawn: readonly Drawn[]): Growth[] {
  return [...linesOf(drawn)].flatMap(([rubricId, lines]) => {
    // Newest first: the first row of a rubric tells its present name and when it was last used.
    const latest = drawn.find((row) => row.rubricId === rubricId);
    return latest ? [{ rubricId, name: latest.rubricName, at: latest.at, lines }] : [];
  });
}

/** How an idea grew, by rubric, for its team and coaches; empty for everybody else who sees it. Refuses with "not_found" as the idea does. */
export async function growthOf(view: View, ideaId: string): Promise<Growth[]> {
  const access = await accessTo(view, ideaId);
  if (access === null || access.side === "reported") return [];
  return growthIn(await drawnOf(view.db, ideaId));
}

/** Tells whether the actor may go over an idea with a rubric. */
export async function mayAssess(view: View, ideaId: string): Promise<boolean> {
  const access = await accessTo(view, ideaId);
  return access !== null && access.side !== "reported" && access.idea.status === "active";
}

export interface ShownAssessment {
  readonly id: string;
  readonly at: Date;
  readonly side: Side;
  readonly by: string;
  readonly rubric: Labels;
  readonly ideaVersionNo: number;
  readonly note: string;
  readonly lang: Locale;
  readonly scores: readonly { readonly code: string; readonly name: Labels; readonly level: Labels; readonly comment: string }[];
  /** "removed" is shown to its author alone; "hidden" to organisers. */
  readonly state: "shown" | "removed" | "hidden";
  readonly mine: boolean;
  readonly reported: boolean;
}
export interface GrowthPage {
  readonly idea: { readonly id: string; readonly title: string; readonly lang: Locale };
  readonly side: Access["side"];
  readonly growth: readonly Growth[];
  readonly assessments: readonly ShownAssessment[];
  /** What can be assessed by, as "library:CODE" or "version:ID"; empty when the actor assesses nothing. */
  readonly rubrics: readonly { readonly key: string; readonly name: Labels; readonly edition: Labels | null }[];
  /** The one that is asked for, else the one used last, else the first. */
  readonly chosen: { readonly key: string; readonly criteria: readonly Omit<CriterionRow, "id" | "rubricVersionId">[] } | null;
}

/** The page of how an idea grew: for its team and coaches, and what was reported for organisers; "not_found" for all others. */
export async function growthPage(view: View, ideaId: string, wanted?: string): Promise<GrowthPage> {
  const { db } = view;
  const access = await accessOrNothing(view, ideaId);
  const { idea, side } = access;
  const rows = await rowsOf(db, idea.id);
  const reported = await reportedOf(
    db,
    rows.map(({ assessment }) => assessment.id),
  );
  const inside = side !== "reported";
  const rubrics = inside && idea.status === "active" ? await choicesFor(db, idea.homeCampusId) : [];
  const used = rows.find(({ assessment }) => assessment.personId === view.actor.personId) ?? rows[0];
  const key = [wanted, used && keyOf(used), rubrics[0]?.key].find((one) => rubrics.some((rubric) => rubric.key === one));
  return {
    idea: { id: idea.id, title: idea.title, lang: idea.lang },
    side,
    growth: inside ? growthIn(await drawnOf(db, idea.id)) : [],
    assessments: shownOf(rows, view, side, reported),
    rubrics,
    chosen: key === undefined ? null : { key, criteria: await criteriaOfChoice(db, key) },
  };
}

function keyOf({ assessment, rubricId }: Row): string {
  const code = LIBRARY.find((one) => libraryRubricId(one.code) === rubricId)?.code;
  return code === undefined ? `version:${assessment.rubricVersionId}` : `library:${code}`;
}

async function choicesFor(db: Db, campusId: string): Promise<GrowthPage["rubrics"]> {
  const own = await editionRubricsOf(db, campusId);
  return [
    ...own.map(({ versionId, name, edition }) => ({ key: `version:${versionId}`, name, edition })),
    ...LIBRARY.map(({ code, name }) => ({ key: `library:${code}`, name, edition: null })),
  ];
}

/** The criteria of a choice, as `rubrics` of the page names it. */
export async function criteriaOfChoice(db: Db, key: string): Promise<Omit<CriterionRow, "id" | "rubricVersionId">[]> {
  const [kind, id = ""] = key.split(":");
  if (kind === "library") return [...(libraryRubric(id)?.criteria ?? [])];
  return (await criteriaOfVersions(db, [id])).map(({ id: _, rubricVersionId: _version, ...criterion }) => criterion);
}

function shownOf(rows: readonly Row[], { actor }: View, side: Access["side"], reported: ReadonlySet<string>): ShownAssessment[] {
  const byId = new Map<string, ShownAssessment>();
  for (const { assessment, by, rubricName, criterion, level, comment } of rows) {
    const { id, at, side: of, ideaVersionNo, note, lang, personId, removedAt, hiddenAt } = assessment;
    const mine = personId === actor.personId;
    if (side === "reported" ? !reported.has(id) || removedAt !== null : hiddenAt !== null || (removedAt !== null && !mine)) continue;
    const state = removedAt !== null ? "removed" : hiddenAt !== null ? "hidden" : "shown";
    const there = byId.get(id) ?? {
      id,
      at,
      side: of,
      by,
      rubric: rubricName,
      ideaVersionNo,
      note,
      lang,
      scores: [],
      state,
      mine,
      reported: reported.has(id),
    };
    byId.set(id, { ...there, scores: [...there.scores, { code: criterion.code, name: criterion.name, level, comment }] });
  }
  return [...byId.values()];
}

/** The words of an assessment that the actor may read, for a report; undefined when there are none. */
export async function assessmentWords(
  view: View,
  id: string,
): Promise<{ campusId: string; by: string; words: string; lang: Locale; path: string } | undefined> {
  const [row] = await view.db
    .select({ assessment: assessments })
    .from(assessments)
    .where(and(eq(assessments.id, id), isNull(assessments.removedAt), isNull(assessments.hiddenAt)));
  if (!row) return undefined;
  const { ideaId, personId: by, note, lang } = row.assessment;
  const access = await accessTo(view, ideaId);
  if (access === null || (access.side === "reported" && !(await reportedOf(view.db, [id])).has(id))) return undefined;
  const scored = await view.db
    .select({ comment: assessmentScores.comment })
    .from(assessmentScores)
    .innerJoin(criteria, eq(criteria.id, assessmentScores.criterionId))
    .where(eq(assessmentScores.assessmentId, id))
    .orderBy(asc(criteria.position));
  const words = [note, ...scored.map(({ comment }) => comment)].filter((text) => text !== "").join("\n");
  if (words === "") return undefined;
  return { campusId: access.facts.campusId, by, words, lang, path: `/ideas/${ideaId}/growth#assessment-${id}` };
}
