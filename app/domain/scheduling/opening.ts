import type { Labels, OpenInterval } from "../campus/campus";
import { closuresOf, openingHoursOf } from "../campus/queries";
import type { Db } from "../kernel/store";
import type { Range } from "./slot";
import { merge } from "./slot";
import { daysBetween, instantOfMinute, weekdayOf } from "./wall";

/** A stretch of whole days on which a campus is closed, first and last included. */
export interface ClosedDays {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly reason: Labels;
}

/** One day of a campus: when it is open, and why it is closed when a closure says so. */
export interface OpenDay {
  readonly day: string;
  readonly open: readonly Range[];
  readonly closedFor: Labels | null;
}

/** When a campus is open on a day of its calendar, out of its weekly hours and closures. */
export function openOn(zone: string, day: string, hours: readonly OpenInterval[], closures: readonly ClosedDays[]): OpenDay {
  const closed = closures.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay);
  if (closed) return { day, open: [], closedFor: closed.reason };
  const weekday = weekdayOf(day);
  const open = hours
    .filter((interval) => interval.weekday === weekday)
    .map(({ fromMinute, untilMinute }) => ({
      from: instantOfMinute(zone, day, fromMinute),
      until: instantOfMinute(zone, day, untilMinute),
    }));
  return { day, open: merge(open), closedFor: null };
}

/** When a campus is open on each of the days from the first to the last, both included; two statements for any number of days. */
export async function openDays(
  db: Db,
  campus: { readonly id: string; readonly zone: string },
  firstDay: string,
  lastDay: string,
): Promise<OpenDay[]> {
  const hours = await openingHoursOf(db, campus.id);
  const closed = await closuresOf(db, campus.id, firstDay, lastDay);
  return daysBetween(firstDay, lastDay).map((day) => openOn(campus.zone, day, hours, closed));
}
