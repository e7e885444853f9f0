import { days } from "../../kernel/time";
import type { Edition } from "../load";
import type { RoundRow } from "../rounds";
import type { BoardPair } from "./rows";

/** How a juror gets on: nothing to do, all sent, on the way, behind the calendar, or not heard of. */
export const PACES = ["idle", "done", "going", "slow", "silent"] as const;
export type Pace = (typeof PACES)[number];

/** Whoever has not touched a sheet for so long, with work left, is silent (milliseconds). */
const SILENT_AFTER = days(3);
/** Behind the calendar: this much less of the work is sent than of the time is over. */
const BEHIND = 0.25;

export interface JurorPace {
  readonly jurorId: string;
  readonly assigned: number;
  readonly drafts: number;
  readonly done: number;
  readonly recused: number;
  /** When they last wrote something; null when they have not begun. */
  readonly lastAt: Date | null;
  readonly pace: Pace;
}

/** How each juror of a round gets on. Pure. */
export function pacesOf(
  pairs: readonly BoardPair[],
  edition: Pick<Edition, "phases" | "phase">,
  round: Pick<RoundRow, "no">,
  now: Date,
): JurorPace[] {
  const gone = elapsed(edition, round, now);
  const byJuror = new Map<string, BoardPair[]>();
  for (const pair of pairs) {
    const own = byJuror.get(pair.jurorId);
    if (own) own.push(pair);
    else byJuror.set(pair.jurorId, [pair]);
  }
  return [...byJuror].map(([jurorId, all]) => {
    const facts = { assigned: 0, drafts: 0, done: 0, recused: 0 };
    let [last, since] = [0, Infinity];
    for (const { recused, sheet, updatedAt, at } of all) {
      if (recused) {
        facts.recused += 1;
        continue;
      }
      facts.assigned += 1;
      if (sheet === "draft") facts.drafts += 1;
      if (sheet === "submitted") facts.done += 1;
      last = Math.max(last, updatedAt?.getTime() ?? 0);
      since = Math.min(since, at.getTime());
    }
    const lastAt = last === 0 ? null : new Date(last);
    return { jurorId, ...facts, lastAt, pace: paceOf({ ...facts, lastAt }, since, gone, now) };
  });
}

/** The share of the judging that is over, 0 to 1. */
function elapsed({ phases, phase }: Pick<Edition, "phases" | "phase">, { no }: Pick<RoundRow, "no">, now: Date): number {
  const own = phases.find((one) => one.kind === "judging" && (one.roundNo ?? 1) === no) ?? phase;
  const length = own.until.getTime() - own.from.getTime();
  return Math.min(1, Math.max(0, (now.getTime() - own.from.getTime()) / length));
}

type Facts = Pick<JurorPace, "assigned" | "done" | "lastAt">;

/** How somebody gets on who has work since a moment, when a share of the time is over. Pure. */
export function paceOf({ assigned, done, lastAt }: Facts, since: number, gone: number, now: Date): Pace {
  if (assigned === 0) return "idle";
  if (done === assigned) return "done";
  if (now.getTime() - (lastAt?.getTime() ?? since) >= SILENT_AFTER) return "silent";
  return done / assigned < gone - BEHIND ? "slow" : "going";
}
