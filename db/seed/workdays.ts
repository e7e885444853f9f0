import type { Store } from "../../app/domain/kernel/store";
import { openDays } from "../../app/domain/scheduling/opening";
import { addDays, dayAt, weekdayOf } from "../../app/domain/scheduling/wall";

/** How many days before and after today are looked at: enough for the offsets of the demo through the longest closure. */
const REACH_DAYS = 60;
const FRIDAY = 5;

/**
 * The day of an offset in open weekdays: 0 is today, or the next weekday on which the campus is open; −1 the one before. Closures
 * are passed over, so that nothing of the demo falls on a closed day.
 */
export async function workdaysOf(
  db: Store["db"],
  campus: { readonly id: string; readonly zone: string },
  now: Date,
): Promise<(offset: number) => string> {
  const today = dayAt(campus.zone, now);
  const all = await openDays(db, campus, addDays(today, -REACH_DAYS), addDays(today, REACH_DAYS));
  const open = all.filter(({ day, open: hours }) => hours.length > 0 && weekdayOf(day) <= FRIDAY).map(({ day }) => day);
  const first = open.findIndex((day) => day >= today);
  return (offset) => {
    const day = open[first + offset];
    if (day === undefined) throw new Error(`seed: no open weekday at ${offset}`);
    return day;
  };
}
