import { and, asc, count, eq, isNull, sql } from "drizzle-orm";
import { assignments, categories, conflicts, criteria, entries, entryVersions, rounds, scores, sheets } from "#db/schema/awards";
import { blindRounds, entryRedactions } from "#db/schema/awards-files";
import { roundRubrics } from "#db/schema/awards-rubric";
import type { Labels } from "#db/schema/campus";
import type { View } from "../ideas/visible";
import type { Locale } from "../kernel/actor";
import { DomainError } from "../kernel/errors";
import { copyOfBlindRound, juryCopy, juryTitle } from "./blind/reading";
import { comparesPairs } from "./compare/queries";
import type { AssignReason } from "./panel/plan";
import type { PhaseKind } from "./edition";
import type { EntryContent } from "./entry";
import type { Answered } from "./form-field";
import type { Edition } from "./load";
import { editionBySlug } from "./load";
import { isForJuror, ownSheet, scoredCriteria } from "./own-sheet";
import { canJudge } from "./policy";
import { currentRound, currentRoundNo, isJudging } from "./rounds";
import type { LevelInput } from "./rubric";
import { isExtreme, missingInSheet } from "./rubric";
import { versionOfSlot } from "./rubric-rows";

interface EditionName {
  readonly slug: string;
  readonly name: Labels;
  readonly zone: string;
}
export interface QueueItem {
  readonly assignmentId: string;
  readonly number: number;
  /** Empty for whoever stepped aside. */
  readonly title: string;
  readonly lang: Locale;
  readonly category: Labels;
  readonly state: "todo" | "draft" | "submitted" | "recused";
  /** Criteria that have a level, of how many. */
  readonly scored: number;
  readonly criteria: number;
  readonly reason: AssignReason;
}
export interface JurorQueue {
  readonly edition: EditionName;
  readonly phase: PhaseKind;
  readonly judgingFrom: Date;
  readonly judgingUntil: Date;
  /** Sheets can be written now. */
  readonly open: boolean;
  readonly done: number;
  readonly total: number;
  readonly items: readonly QueueItem[];
  readonly nextAssignmentId: string | null;
  /** Whether near entries may be compared once all is sent. */
  readonly comparesPairs: boolean;
  /** Every submitted entry: to say that one is too close. */
  readonly declarable: readonly { readonly entryId: string; readonly number: number; readonly title: string; readonly declared: boolean }[];
}

/** What a juror has to score in the round that is judged now or was last, by number; without a word of who made it. "not_found" for who is no juror of the edition. Four statements. */
export async function jurorQueue(view: View, slug: string, now: Date): Promise<JurorQueue> {
  const { db, actor } = view;
  const edition = await editionBySlug(db, slug, now);
  if (!canJudge(actor, edition.id) || actor.personId === null) throw new DomainError("not_found");
  const round = await currentRound(db, edition);
  const items = await queueItems(view, edition);
  const counted = items.filter(({ state }) => state !== "recused");
  return {
    edition: nameOf(edition),
    phase: edition.phase.kind,
    ...judging(edition),
    open: isOpen(edition),
    done: counted.filter(({ state }) => state === "submitted").length,
    total: counted.length,
    items,
    nextAssignmentId: counted.find(({ state }) => state !== "submitted")?.assignmentId ?? null,
    comparesPairs: await comparesPairs(db, edition.id),
    declarable: await declarable(view, edition.id, round.id),
  };
}

const nameOf = ({ slug, name, campus }: Edition): EditionName => ({ slug, name, zone: campus.zone });
const isOpen = (edition: Edition): boolean => edition.phase.kind === "judging" && edition.publishedAt === null;

function judging({ phases, phase }: Edition): { judgingFrom: Date; judgingUntil: Date } {
  const all = phases.filter(({ kind }) => kind === "judging");
  const { from, until } = all.find((one) => one.until > phase.from) ?? all.at(-1) ?? phase;
  return { judgingFrom: from, judgingUntil: until };
}

async function queueItems({ db, actor }: View, edition: Edition): Promise<QueueItem[]> {
  const rows = await db
    .select({
      assignmentId: assignments.id,
      number: entries.number,
      content: entryVersions.content,
      texts: entryRedactions.texts,
      category: categories.name,
      assignment: assignments.state,
      sheet: sheets.state,
      scored: count(scores.criterionId),
      criteria: sql`(select count(*) from ${criteria} where ${criteria.rubricVersionId} = ${versionOfSlot})`.mapWith(Number),
      reason: assignments.reason,
    })
    .from(assignments)
    .innerJoin(rounds, and(eq(rounds.id, assignments.roundId), eq(rounds.editionId, edition.id), eq(rounds.no, currentRoundNo(edition))))
    .innerJoin(entries, and(eq(entries.id, assignments.entryId), eq(entries.state, "submitted")))
    .leftJoin(roundRubrics, and(eq(roundRubrics.roundId, rounds.id), eq(roundRubrics.categoryId, entries.categoryId)))
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .innerJoin(categories, eq(categories.id, entries.categoryId))
    .leftJoin(blindRounds, eq(blindRounds.roundId, rounds.id))
    .leftJoin(entryRedactions, copyOfBlindRound())
    .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
    .leftJoin(scores, eq(scores.sheetId, sheets.id))
    .where(and(eq(assignments.jurorId, actor.personId ?? ""), isForJuror(db)))
    .groupBy(
      assignments.id,
      entries.number,
      entryVersions.content,
      entryRedactions.texts,
      categories.name,
      sheets.state,
      roundRubrics.rubricVersionId,
      rounds.rubricVersionId,
    )
    .orderBy(asc(entries.number));
  return rows.map(({ content, texts, assignment, sheet, reason, ...row }) => ({
    ...row,
    title: assignment === "recused" ? "" : juryTitle(content, texts),
    lang: content.lang,
    state: assignment === "recused" ? "recused" : (sheet ?? "todo"),
    reason: reason as AssignReason,
  }));
}

async function declarable({ db, actor }: View, editionId: string, roundId: string): Promise<JurorQueue["declarable"]> {
  const mine = and(
    eq(conflicts.entryId, entries.id),
    eq(conflicts.jurorId, actor.personId ?? ""),
    eq(conflicts.source, "juror"),
    isNull(conflicts.withdrawnAt),
  );
  const rows = await db
    .select({
      entryId: entries.id,
      number: entries.number,
      content: entryVersions.content,
      texts: entryRedactions.texts,
      declared: conflicts.id,
    })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .leftJoin(blindRounds, eq(blindRounds.roundId, roundId))
    .leftJoin(entryRedactions, copyOfBlindRound())
    .leftJoin(conflicts, mine)
    .where(and(eq(entries.editionId, editionId), eq(entries.state, "submitted")))
    .orderBy(asc(entries.number));
  const seen = new Map(
    rows.map(({ content, texts, declared, ...row }) => [
      row.entryId,
      { ...row, title: juryTitle(content, texts), declared: declared !== null },
    ]),
  );
  return [...seen.values()];
}

export interface SheetCriterion {
  readonly code: string;
  readonly name: Labels;
  readonly question: Labels;
  readonly weight: number;
  readonly counted: boolean;
  readonly levels: readonly (LevelInput & { readonly extreme: boolean })[];
  readonly level: number | null;
  readonly comment: string;
}
export interface SheetPage {
  readonly assignmentId: string;
  readonly edition: EditionName;
  readonly phase: PhaseKind;
  readonly judgingUntil: Date;
  readonly entry: {
    readonly number: number;
    readonly category: Labels;
    readonly content: EntryContent;
    /** What the form asked, as far as the jury may read the answers. */
    readonly answers: readonly Answered[];
  };
  readonly criteria: readonly SheetCriterion[];
  /** For the juror alone. */
  readonly note: string;
  /** For the others of the jury and the organiser. */
  readonly juryNote: string;
  /** For the team, once results are public. */
  readonly feedback: string;
  readonly revision: number;
  readonly state: "todo" | "draft" | "submitted";
  readonly savedAt: Date | null;
  readonly editable: boolean;
  readonly position: number;
  readonly total: number;
  readonly done: number;
  readonly previousId: string | null;
  readonly nextId: string | null;
  /** What is missing before it can be submitted: "level.CODE", "comment.CODE". */
  readonly missing: readonly string[];
}

/** The sheet of an assignment, for its juror alone ("not_found" for all others, and once they stepped aside): the text of the entry, nothing of its makers. */
export async function sheetFor(view: View, assignmentId: string, now: Date): Promise<SheetPage> {
  const { db, actor } = view;
  const { assignment, entry, sheet, edition, roundNo } = await ownSheet(db, { actor, now }, assignmentId);
  if (assignment.state === "recused") throw new DomainError("not_found");
  const scored = await scoredCriteria(db, { assignment, entry, sheet });
  const [frozen] = await db
    .select({ id: entryVersions.id, content: entryVersions.content, category: categories.name })
    .from(entryVersions)
    .innerJoin(categories, eq(categories.id, entry.categoryId))
    .where(and(eq(entryVersions.entryId, entry.id), eq(entryVersions.no, entry.versionNo)));
  if (!frozen) throw new DomainError("not_found");
  const { id, content } = frozen;
  const copy = await juryCopy(db, { editionId: edition.id, roundId: assignment.roundId, version: { id, content } });
  const queue = (await queueItems(view, edition)).filter(({ state }) => state !== "recused");
  const at = queue.findIndex((item) => item.assignmentId === assignmentId);
  return {
    assignmentId,
    edition: nameOf(edition),
    phase: edition.phase.kind,
    judgingUntil: judging(edition).judgingUntil,
    entry: {
      number: entry.number,
      category: frozen.category,
      ...copy,
    },
    criteria: scored.map(({ code, name, question, weight, counted, levels, level, comment }) => {
      const marked = levels.map((one) => ({ ...one, extreme: isExtreme(levels, one.level) }));
      return { code, name, question, weight, counted, levels: marked, level, comment };
    }),
    note: sheet?.note ?? "",
    juryNote: sheet?.juryNote ?? "",
    feedback: sheet?.feedback ?? "",
    revision: sheet?.revision ?? 0,
    state: sheet?.state ?? "todo",
    savedAt: sheet?.updatedAt ?? null,
    editable: isJudging(edition, roundNo),
    position: at + 1,
    total: queue.length,
    done: queue.filter(({ state }) => state === "submitted").length,
    previousId: at > 0 ? (queue[at - 1]?.assignmentId ?? null) : null,
    nextId: at >= 0 ? (queue[at + 1]?.assignmentId ?? null) : null,
    missing: missingInSheet(scored),
  };
}
