import { days } from "../../kernel/time";
import { addDays, dayAt, instantOfMinute } from "../../scheduling/wall";
import type { Phase } from "../edition";

/** Days before the ceremony that an unhurried edition is announced. */
const WHOLE_RUN = 112;
/** The nearest the day of the ceremony may be, in days. */
export const CEREMONY_MIN_DAYS = 21;
/** The furthest, in days. */
export const CEREMONY_MAX_DAYS = 730;

interface Step extends Pick<Phase, "kind" | "roundNo"> {
  /** Days before the ceremony, in an unhurried edition. */
  readonly before: number;
  /** By the clock of the campus. */
  readonly hour: number;
  /** Left out when there is too little time. */
  readonly spare?: boolean;
}
const STEPS: readonly Step[] = [
  { kind: "announced", before: WHOLE_RUN, hour: 9 },
  { kind: "open", before: 84, hour: 9 },
  { kind: "eligibility", before: 35, hour: 22, spare: true },
  { kind: "judging", roundNo: 1, before: 31, hour: 9 },
  { kind: "deliberation", before: 10, hour: 22 },
  { kind: "decided", before: 6, hour: 22, spare: true },
  { kind: "published", before: 0, hour: 19 },
];
/** Days after the ceremony that an edition is put with the earlier ones, and that its last phase ends. */
const ARCHIVED_AFTER = 60;
const ENDS_AFTER = 365;

/**
 * The phases of an edition whose prizes are given on a day, at hours people are used to: sixteen weeks when there is time, else the
 * same in proportion without what can be missed. They begin on the day of asking when that is later than the plan would.
 */
export function phasesTowards(ceremonyDay: string, zone: string, now: Date): Phase[] {
  const ahead = daysUntil(ceremonyDay, zone, now);
  const part = Math.min(1, ahead / WHOLE_RUN);
  const steps = part < 1 ? STEPS.filter(({ spare }) => spare !== true) : STEPS;
  const at = (day: string, hour: number): Date => instantOfMinute(zone, day, hour * 60);
  const begins = steps.map(({ kind, roundNo, before, hour }) => ({
    kind,
    roundNo: roundNo ?? null,
    from: at(addDays(ceremonyDay, -Math.round(before * part)), hour),
  }));
  const archived = { kind: "archived" as const, roundNo: null, from: at(addDays(ceremonyDay, ARCHIVED_AFTER), 9) };
  const end = at(addDays(ceremonyDay, ENDS_AFTER), 9);
  const all = [...begins, archived];
  return all.map((phase, i) => ({ ...phase, until: all[i + 1]?.from ?? end }));
}

function daysUntil(day: string, zone: string, now: Date): number {
  return Math.round((Date.parse(day) - Date.parse(dayAt(zone, now))) / days(1));
}

/** Tells whether a day can be that of the ceremony: a real one, near enough to plan and far enough to do so well. */
export function isCeremonyDay(day: string, zone: string, now: Date): boolean {
  const known = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : null;
  // The thirtieth of February is read as a day in March.
  if (known === null || Number.isNaN(known.getTime()) || known.toISOString().slice(0, 10) !== day) return false;
  const ahead = daysUntil(day, zone, now);
  return ahead >= CEREMONY_MIN_DAYS && ahead <= CEREMONY_MAX_DAYS;
}
