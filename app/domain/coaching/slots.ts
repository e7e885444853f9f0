import { overlaps } from "../scheduling/slot";
import { instantOfMinute, weekdayOf } from "../scheduling/wall";
import type { DayException, Slot, Stretch, WeeklyHours } from "./coaching";

/** What a coach's hours consist of: those of every week, and what differs on some days. */
export interface Hours {
  readonly weekly: readonly WeeklyHours[];
  readonly exceptions: readonly DayException[];
}

const WHOLE_DAY: Stretch = { fromMinute: 0, untilMinute: 1_440 };

/**
 * Every slot of a day by the hours alone, in order; no two share a moment. Hours of the week give way to being away
 * and to hours beside them. A stretch is cut by the time that really passes: where the clock goes back it holds an hour more,
 * where the clock skips an hour one less.
 */
export function slotsOfDay(zone: string, day: string, { weekly, exceptions }: Hours): Slot[] {
  const weekday = weekdayOf(day);
  const ofDay = exceptions.filter((one) => one.day === day);
  const away = ofDay.filter((one) => one.kind === "away").map((one) => rangeOf(zone, day, stretchOf(one)));
  const usual = weekly.filter((one) => one.weekday === weekday).flatMap((one) => cut(zone, day, one, one.slotMinutes));
  const extra = ofDay.filter((one) => one.kind === "extra").flatMap((one) => cut(zone, day, stretchOf(one), one.slotMinutes ?? 60));
  const kept = usual.filter((slot) => !away.some((range) => overlaps(slot, range)) && !extra.some((other) => overlaps(slot, other)));
  const all: Slot[] = [];
  for (const slot of [...kept, ...extra].sort((x, y) => x.from.getTime() - y.from.getTime())) {
    const before = all.at(-1);
    if (!before || before.until <= slot.from) all.push(slot);
  }
  return all;
}

function stretchOf({ fromMinute, untilMinute }: DayException): Stretch {
  return fromMinute === null || untilMinute === null ? WHOLE_DAY : { fromMinute, untilMinute };
}

function rangeOf(zone: string, day: string, { fromMinute, untilMinute }: Stretch) {
  return { from: instantOfMinute(zone, day, fromMinute), until: instantOfMinute(zone, day, untilMinute) };
}

function cut(zone: string, day: string, stretch: Stretch, slotMinutes: number): Slot[] {
  const { from, until } = rangeOf(zone, day, stretch);
  const length = slotMinutes * 60_000;
  const count = Math.max(0, Math.floor((until.getTime() - from.getTime()) / length));
  return Array.from({ length: count }, (_, i) => {
    const start = from.getTime() + i * length;
    return { day, from: new Date(start), until: new Date(start + length) };
  });
}
