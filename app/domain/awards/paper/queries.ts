import { and, asc, count, eq, isNull, or, sql } from "drizzle-orm";
import { assignments, entries, sheets } from "#db/schema/awards";
import { juryPapers } from "#db/schema/awards-room";
import type { Labels } from "#db/schema/campus";
import { people } from "#db/schema/identity";
import type { View } from "../../ideas/visible";
import type { Db } from "../../kernel/store";
import type { Edition } from "../load";
import { editionToOversee } from "../load";
import type { RoundRow } from "../rounds";
import { currentRound, isJudging } from "../rounds";
import { isExtreme } from "../rubric";
import type { SheetCriterion } from "../queries-juror";
import { sheetCode } from "./code";
import { agreementOf, fieldsOf } from "./reading";
import type { Paper } from "./rows";
import { hasEntered, paperOf } from "./rows";

interface EditionName {
  readonly slug: string;
  readonly name: Labels;
  readonly zone: string;
}
/** How far the paper of an assignment is; "screen" when the juror works on the screen. */
export type PaperState = "none" | "waiting" | "differs" | "counted" | "screen";
export interface PaperRowView {
  readonly assignmentId: string;
  readonly code: string;
  readonly number: number;
  readonly juror: string;
  readonly state: PaperState;
}
export interface PapersPage {
  readonly edition: EditionName;
  readonly roundNo: number;
  /** Sheets can be typed in now. */
  readonly open: boolean;
  /** Whoever is in a team of the edition types nothing of it. */
  readonly mayType: boolean;
  readonly jurors: readonly { readonly id: string; readonly name: string; readonly assigned: number; readonly left: number }[];
  /** What waits for a second reader or for a look, oldest first. */
  readonly waiting: readonly PaperRowView[];
  /** The sheets of the juror who is opened, or the sheet with the code that was asked. */
  readonly opened: { readonly juror: string; readonly jurorId: string | null; readonly rows: readonly PaperRowView[] } | null;
}

/** Paper sheets of the present round, for the organiser; "not_found" for all others. A fixed number of statements. */
export async function papersPage(
  { db, actor }: View,
  slug: string,
  now: Date,
  asked: { readonly jurorId?: string | null; readonly code?: string | null },
): Promise<PapersPage> {
  const edition = await editionToOversee(db, actor, slug, now);
  const round = await currentRound(db, edition);
  const jurors = await db
    .select({
      id: people.id,
      name: people.name,
      assigned: count(),
      left: sql<number>`sum(case when ${sheets.state} = 'submitted' then 0 else 1 end)`.mapWith(Number),
    })
    .from(assignments)
    .innerJoin(people, eq(people.id, assignments.jurorId))
    .innerJoin(entries, and(eq(entries.id, assignments.entryId), eq(entries.state, "submitted")))
    .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
    .where(and(eq(assignments.roundId, round.id), eq(assignments.state, "open")))
    .groupBy(people.id, people.name, people.nameKey)
    .orderBy(asc(people.nameKey), asc(people.id));
  const code = asked.code?.trim() ?? "";
  const juror = jurors.find(({ id }) => id === asked.jurorId);
  const wanted = code !== "" ? await rowsWith(db, round, { code }) : juror ? await rowsWith(db, round, { jurorId: juror.id }) : null;
  return {
    edition: nameOf(edition),
    roundNo: round.no,
    open: isJudging(edition, round.no),
    mayType: actor.personId !== null && !(await hasEntered(db, edition.id, actor.personId)),
    jurors,
    waiting: await rowsWith(db, round, { waiting: true }),
    opened: wanted && { juror: code === "" ? (juror?.name ?? "") : code, jurorId: code === "" ? (juror?.id ?? null) : null, rows: wanted },
  };
}

const nameOf = ({ slug, name, campus }: Edition): EditionName => ({ slug, name, zone: campus.zone });

interface Wanted {
  readonly jurorId?: string;
  readonly code?: string;
  readonly waiting?: boolean;
}

async function rowsWith(db: Db, round: RoundRow, { jurorId, code, waiting }: Wanted): Promise<PaperRowView[]> {
  const number = code === undefined ? undefined : Number(/^\d{1,6}/.exec(code)?.[0] ?? 0);
  const rows = await db
    .select({ assignmentId: assignments.id, number: entries.number, juror: people.name, paper: juryPapers.state, sheet: sheets.id })
    .from(assignments)
    .innerJoin(entries, and(eq(entries.id, assignments.entryId), eq(entries.state, "submitted")))
    .innerJoin(people, eq(people.id, assignments.jurorId))
    .leftJoin(juryPapers, eq(juryPapers.assignmentId, assignments.id))
    .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
    .where(
      and(
        eq(assignments.roundId, round.id),
        eq(assignments.state, "open"),
        jurorId === undefined ? undefined : eq(assignments.jurorId, jurorId),
        number === undefined ? undefined : eq(entries.number, number),
        waiting ? and(isNull(sheets.id), or(eq(juryPapers.state, "waiting"), eq(juryPapers.state, "differs"))) : undefined,
      ),
    )
    .orderBy(...(waiting ? [asc(juryPapers.startedAt)] : []), asc(entries.number), asc(people.nameKey), asc(assignments.id));
  const seen = rows.map(({ paper, sheet, ...row }) => ({ ...row, code: sheetCode(row), state: stateOf(paper, sheet !== null) }));
  return code === undefined || !code.includes("-") ? seen : seen.filter((row) => row.code === code.toUpperCase());
}

function stateOf(paper: "waiting" | "differs" | "counted" | null, begun: boolean): PaperState {
  if (paper === "counted") return "counted";
  return begun ? "screen" : (paper ?? "none");
}

export interface Difference {
  readonly field: string;
  /** What each reading says; a level as its number. */
  readonly said: readonly { readonly no: number; readonly name: string; readonly text: string }[];
}
export interface PaperPage {
  readonly assignmentId: string;
  readonly code: string;
  readonly edition: EditionName;
  readonly number: number;
  readonly juror: string;
  /** Whether whoever looks is the juror. */
  readonly own: boolean;
  readonly open: boolean;
  readonly state: PaperState;
  readonly revision: number;
  /** Which reading comes next: the first, the second, or null when there is nothing to type. */
  readonly turn: "first" | "again" | "second" | null;
  /** For the second reader without any level; for who reads anew as they typed it. */
  readonly criteria: readonly SheetCriterion[];
  readonly juryNote: string;
  readonly feedback: string;
  readonly differences: readonly Difference[];
  /** Who read it, with when. */
  readonly readers: readonly { readonly name: string; readonly no: number; readonly at: Date }[];
}

/** One paper sheet, for who may type it; "not_found" for all others. No level of another reading is in it before two people have read. */
export async function paperPage({ db, actor }: View, assignmentId: string, now: Date): Promise<PaperPage> {
  const work = await paperOf(db, { actor, now }, assignmentId);
  const { paper, readings, sheet, edition, entry, own } = work;
  const state = stateOf(paper?.state ?? null, sheet !== null);
  const mine = readings.find(({ personId }) => personId === actor.personId);
  const turn = readings.length === 0 ? (own ? null : "first") : readings.length > 1 ? null : mine ? "again" : "second";
  const shown = mine ?? readings[0];
  return {
    assignmentId,
    code: sheetCode({ assignmentId, number: entry.number }),
    edition: nameOf(edition),
    number: entry.number,
    juror: work.juror.name,
    own,
    open: isJudging(edition, work.roundNo),
    state,
    revision: paper?.revision ?? 0,
    turn: state === "none" || state === "waiting" ? turn : null,
    criteria: work.criteria.map(({ id: _id, levels, ...criterion }) => {
      const read = shown?.scores.find(({ code }) => code === criterion.code);
      return {
        ...criterion,
        levels: levels.map((one) => ({ ...one, extreme: isExtreme(levels, one.level) })),
        level: mine ? (read?.level ?? null) : null,
        comment: read?.comment ?? "",
      };
    }),
    juryNote: shown?.juryNote ?? "",
    feedback: shown?.feedback ?? "",
    differences: state === "differs" ? differencesOf(work) : [],
    readers: readings.map(({ name, no, at }) => ({ name, no, at })),
  };
}

function differencesOf({ readings }: Pick<Paper, "readings">): Difference[] {
  return agreementOf(readings).open.map((field) => ({
    field,
    said: readings.map((reading) => ({ no: reading.no, name: reading.name, text: fieldsOf(reading).get(field) ?? "" })),
  }));
}
