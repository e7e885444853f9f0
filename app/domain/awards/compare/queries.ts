import { and, asc, desc, eq } from "drizzle-orm";
import { assignments, categories, criteria, entries, entryVersions, scores, sheets } from "#db/schema/awards";
import { jurySettings } from "#db/schema/awards-jury";
import { rounds } from "#db/schema/awards";
import { blindRounds, entryRedactions } from "#db/schema/awards-files";
import { juryPairs } from "#db/schema/awards-room";
import type { Labels } from "#db/schema/campus";
import type { View } from "../../ideas/visible";
import type { Locale } from "../../kernel/actor";
import { DomainError } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import { copyOfBlindRound, redacted } from "../blind/reading";
import type { Edition } from "../load";
import { editionBySlug } from "../load";
import { canJudge } from "../policy";
import type { RoundRow } from "../rounds";
import { currentRound, isJudging } from "../rounds";
import { criteriaByCategory } from "../rubric-rows";
import type { Comparison, OwnTotal } from "./pairs";
import { keyOf, marginOf, nearPairs } from "./pairs";

/** Whether jurors of an edition may compare near entries; not unless the organiser said so. One statement. */
export async function comparesPairs(db: Db, editionId: string): Promise<boolean> {
  const [row] = await db.select({ on: jurySettings.comparesPairs }).from(jurySettings).where(eq(jurySettings.editionId, editionId));
  return row?.on ?? false;
}

/** What jurors compared in a round, where that counts: only in editions that do. One statement. */
export async function comparisonsOf(db: Db, roundId: string): Promise<Comparison[]> {
  return db
    .select({ jurorId: juryPairs.jurorId, oneId: juryPairs.oneId, otherId: juryPairs.otherId, better: juryPairs.better })
    .from(juryPairs)
    .innerJoin(rounds, eq(rounds.id, juryPairs.roundId))
    .innerJoin(jurySettings, and(eq(jurySettings.editionId, rounds.editionId), eq(jurySettings.comparesPairs, true)))
    .where(eq(juryPairs.roundId, roundId))
    .orderBy(asc(juryPairs.oneId), asc(juryPairs.otherId), asc(juryPairs.jurorId));
}

export interface ComparedEntry extends OwnTotal {
  readonly assignmentId: string;
  readonly title: string;
  readonly pitch: string;
  readonly lang: Locale;
  readonly category: Labels;
}
export interface ComparedPair {
  readonly one: ComparedEntry;
  readonly other: ComparedEntry;
  /** What the juror said; null when they said nothing. */
  readonly better: "one" | "other" | "equal" | null;
}
export interface ComparePage {
  readonly edition: { readonly slug: string; readonly name: Labels; readonly zone: string };
  readonly open: boolean;
  /** Own sheets that are not sent: comparing begins once there are none. */
  readonly left: number;
  /** The nearest first; the entry with the lower number stands first. */
  readonly pairs: readonly ComparedPair[];
}

/** The near pairs of a juror; "not_found" for who is none, and in editions without comparing. */
export async function comparePage({ db, actor }: View, slug: string, now: Date): Promise<ComparePage> {
  const edition = await editionBySlug(db, slug, now);
  if (!canJudge(actor, edition.id) || actor.personId === null || !(await comparesPairs(db, edition.id))) throw new DomainError("not_found");
  const round = await currentRound(db, edition);
  return {
    edition: { slug: edition.slug, name: edition.name, zone: edition.campus.zone },
    ...(await ownPairs(db, edition, round, actor.personId)),
  };
}

/** The same for a use case. Asks no rights. */
export async function ownPairs(
  db: Db,
  edition: Edition,
  round: RoundRow,
  jurorId: string,
): Promise<Pick<ComparePage, "open" | "left" | "pairs">> {
  const own = await ownTotals(db, round, jurorId);
  const left = own.filter(({ total }) => total === null).length;
  const rubrics = await criteriaByCategory(db, round.id);
  const said = await db
    .select()
    .from(juryPairs)
    .where(and(eq(juryPairs.roundId, round.id), eq(juryPairs.jurorId, jurorId)))
    .orderBy(desc(juryPairs.at));
  const sent = own.flatMap(({ total, ...entry }) => (total === null ? [] : [{ ...entry, total }]));
  const pairs = left > 0 ? [] : nearPairs(sent, (categoryId) => marginOf(rubrics.get(categoryId) ?? []));
  return {
    open: isJudging(edition, round.no),
    left,
    pairs: pairs.map(([one, other]) => {
      const key = keyOf(one.entryId, other.entryId);
      const row = said.find(({ oneId, otherId }) => oneId === key.oneId && otherId === key.otherId);
      const straight = key.oneId === one.entryId;
      const better = row === undefined ? null : row.better === "equal" ? "equal" : (row.better === "one") === straight ? "one" : "other";
      return { one, other, better };
    }),
  };
}

/** Own open entries of a round with the weighted total of each sheet; null while it is not sent. Two statements. */
async function ownTotals(db: Db, round: RoundRow, jurorId: string): Promise<(Omit<ComparedEntry, "total"> & { total: number | null })[]> {
  const mine = and(eq(assignments.roundId, round.id), eq(assignments.jurorId, jurorId), eq(assignments.state, "open"));
  const rows = await db
    .select({
      assignmentId: assignments.id,
      entryId: entries.id,
      number: entries.number,
      categoryId: entries.categoryId,
      category: categories.name,
      content: entryVersions.content,
      texts: entryRedactions.texts,
      state: sheets.state,
    })
    .from(assignments)
    .innerJoin(entries, and(eq(entries.id, assignments.entryId), eq(entries.state, "submitted")))
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .innerJoin(categories, eq(categories.id, entries.categoryId))
    .leftJoin(blindRounds, eq(blindRounds.roundId, assignments.roundId))
    .leftJoin(entryRedactions, copyOfBlindRound())
    .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
    .where(mine)
    .orderBy(asc(entries.number));
  const given = await db
    .select({ assignmentId: assignments.id, points: scores.points, weight: criteria.weight })
    .from(scores)
    .innerJoin(sheets, and(eq(sheets.id, scores.sheetId), eq(sheets.state, "submitted")))
    .innerJoin(assignments, and(eq(assignments.id, sheets.assignmentId), mine))
    .innerJoin(criteria, and(eq(criteria.id, scores.criterionId), eq(criteria.counted, true)));
  return rows.map(({ content, texts, state, ...row }) => {
    const { title, pitch, lang } = redacted(content, texts ?? {});
    const own = given.filter(({ assignmentId }) => assignmentId === row.assignmentId);
    const weight = own.reduce((sum, one) => sum + one.weight, 0);
    const total = own.reduce((sum, one) => sum + one.weight * one.points, 0);
    return {
      ...row,
      title,
      pitch,
      lang,
      total: state === "submitted" ? Math.round(total / Math.max(1, weight)) : null,
    };
  });
}
