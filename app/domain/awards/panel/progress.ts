import { and, asc, eq, inArray } from "drizzle-orm";
import { assignments, criteria, entries, scores, sheets } from "#db/schema/awards";
import { juryNudges } from "#db/schema/awards-jury";
import type { Db } from "../../kernel/store";
import { days } from "../../kernel/time";
import { dayAt } from "../../scheduling/wall";
import type { Edition } from "../load";
import type { RoundRow } from "../rounds";

/** How a juror gets on: nothing to do, all sent, on the way, behind the calendar, or not heard of. */
export const PACES = ["idle", "done", "going", "slow", "silent"] as const;
export type Pace = (typeof PACES)[number];

/** Whoever has not touched a sheet for so long, with work left, is silent (milliseconds). */
const SILENT_AFTER = days(3);
/** Behind the calendar: this much less of the work is sent than of the time is over. */
const BEHIND = 0.25;

export interface JurorProgress {
  readonly jurorId: string;
  readonly assigned: number;
  readonly drafts: number;
  readonly done: number;
  readonly recused: number;
  /** When they last wrote something; null when they have not begun. */
  readonly lastAt: Date | null;
  readonly pace: Pace;
  /** When somebody asked them how it goes, today. */
  readonly nudgedAt: Date | null;
}
export interface EntryProgress {
  readonly entryId: string;
  readonly assigned: number;
  readonly done: number;
  /** Lowest and highest total of the sent sheets, in hundredths; null below two of them. */
  readonly lowest: number | null;
  readonly highest: number | null;
}
export interface Progress {
  readonly jurors: readonly JurorProgress[];
  readonly entries: readonly EntryProgress[];
}

/** How a round gets on, by juror and by entry. Three statements. Asks no rights. */
export async function progressOf(db: Db, edition: Edition, round: RoundRow, now: Date): Promise<Progress> {
  const work = await db
    .select({
      jurorId: assignments.jurorId,
      entryId: assignments.entryId,
      state: assignments.state,
      at: assignments.at,
      sheetId: sheets.id,
      sheet: sheets.state,
      updatedAt: sheets.updatedAt,
    })
    .from(assignments)
    .innerJoin(entries, and(eq(entries.id, assignments.entryId), eq(entries.state, "submitted")))
    .leftJoin(sheets, eq(sheets.assignmentId, assignments.id))
    .where(and(eq(assignments.roundId, round.id), inArray(assignments.state, ["open", "recused"])))
    .orderBy(asc(assignments.id));
  const nudged = await db
    .select({ jurorId: juryNudges.jurorId, at: juryNudges.at })
    .from(juryNudges)
    .where(and(eq(juryNudges.editionId, edition.id), eq(juryNudges.day, dayAt(edition.campus.zone, now))));
  const nudges = new Map(nudged.map(({ jurorId, at }) => [jurorId, at]));
  const open = work.filter(({ state }) => state === "open");
  const gone = elapsed(edition, round, now);
  const totals = await totalsOf(db, round);
  return {
    jurors: [...new Set(work.map(({ jurorId }) => jurorId))].map((jurorId) => {
      const own = open.filter((one) => one.jurorId === jurorId);
      const count = (sheet: "draft" | "submitted"): number => own.filter((one) => one.sheet === sheet).length;
      const last = own.reduce<Date | null>(
        (latest, { updatedAt }) => (updatedAt && (!latest || updatedAt > latest) ? updatedAt : latest),
        null,
      );
      const facts = { assigned: own.length, drafts: count("draft"), done: count("submitted"), lastAt: last };
      const since = own.reduce((first, { at }) => Math.min(first, at.getTime()), Infinity);
      const recused = work.filter((one) => one.jurorId === jurorId && one.state === "recused").length;
      return { jurorId, ...facts, recused, pace: paceOf(facts, since, gone, now), nudgedAt: nudges.get(jurorId) ?? null };
    }),
    entries: [...new Set(open.map(({ entryId }) => entryId))].map((entryId) => {
      const own = open.filter((one) => one.entryId === entryId);
      const sent = own.flatMap(({ sheet, sheetId }) => (sheet === "submitted" && sheetId !== null ? [totals.get(sheetId) ?? 0] : []));
      const spread = sent.length > 1;
      return {
        entryId,
        assigned: own.length,
        done: sent.length,
        lowest: spread ? Math.min(...sent) : null,
        highest: spread ? Math.max(...sent) : null,
      };
    }),
  };
}

/** The share of the judging that is over, 0 to 1. */
function elapsed({ phases, phase }: Edition, { no }: RoundRow, now: Date): number {
  const own = phases.find((one) => one.kind === "judging" && (one.roundNo ?? 1) === no) ?? phase;
  const length = own.until.getTime() - own.from.getTime();
  return Math.min(1, Math.max(0, (now.getTime() - own.from.getTime()) / length));
}

type Facts = Pick<JurorProgress, "assigned" | "done" | "lastAt">;

/** How somebody gets on who has work since a moment, when a share of the time is over. Pure. */
export function paceOf({ assigned, done, lastAt }: Facts, since: number, gone: number, now: Date): Pace {
  if (assigned === 0) return "idle";
  if (done === assigned) return "done";
  if (now.getTime() - (lastAt?.getTime() ?? since) >= SILENT_AFTER) return "silent";
  return done / assigned < gone - BEHIND ? "slow" : "going";
}

/** The weighted total of every sheet of a round, in hundredths. */
async function totalsOf(db: Db, round: RoundRow): Promise<Map<string, number>> {
  const rows = await db
    .select({ sheetId: scores.sheetId, points: scores.points, weight: criteria.weight, counted: criteria.counted })
    .from(scores)
    .innerJoin(criteria, eq(criteria.id, scores.criterionId))
    .innerJoin(sheets, eq(sheets.id, scores.sheetId))
    .innerJoin(assignments, and(eq(assignments.id, sheets.assignmentId), eq(assignments.roundId, round.id)));
  const sums = new Map<string, { points: number; weight: number }>();
  for (const { sheetId, points, weight, counted } of rows) {
    if (!counted) continue;
    const sum = sums.get(sheetId) ?? { points: 0, weight: 0 };
    sums.set(sheetId, { points: sum.points + points * weight, weight: sum.weight + weight });
  }
  return new Map([...sums].map(([id, { points, weight }]) => [id, Math.round(points / Math.max(1, weight))]));
}
