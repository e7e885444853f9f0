import fc from "#tests/support/fast-check";
import { describe, expect, test } from "vitest";
import { slotsOfDay } from "~/domain/coaching/slots";

const ZONE = "Europe/Brussels";
const weekly = (weekday: number, from: number, until: number, slotMinutes = 60) => ({
  weekday,
  fromMinute: from * 60,
  untilMinute: until * 60,
  slotMinutes,
});
const starts = (day: string, hours: Parameters<typeof slotsOfDay>[2]) =>
  slotsOfDay(ZONE, day, hours).map((slot) => slot.from.toISOString());

describe("slots of a day", () => {
  test("follow the clock of the campus in winter and in summer", () => {
    const hours = { weekly: [weekly(1, 9, 11)], exceptions: [] };
    expect(starts("2026-11-23", hours)).toEqual(["2026-11-23T08:00:00.000Z", "2026-11-23T09:00:00.000Z"]);
    expect(starts("2026-07-06", hours)).toEqual(["2026-07-06T07:00:00.000Z", "2026-07-06T08:00:00.000Z"]);
    expect(starts("2026-11-24", hours)).toEqual([]);
  });

  test("hold an hour more in the night the clock goes back, and one less in the night it skips an hour", () => {
    const hours = { weekly: [weekly(7, 1, 5)], exceptions: [] };
    expect(starts("2026-10-25", hours)).toEqual([
      "2026-10-24T23:00:00.000Z",
      "2026-10-25T00:00:00.000Z",
      "2026-10-25T01:00:00.000Z",
      "2026-10-25T02:00:00.000Z",
      "2026-10-25T03:00:00.000Z",
    ]);
    expect(starts("2027-03-28", hours)).toEqual(["2027-03-28T00:00:00.000Z", "2027-03-28T01:00:00.000Z", "2027-03-28T02:00:00.000Z"]);
  });

  test("leave out what lies in a time away, and add hours beside the week", () => {
    const away = { day: "2026-11-23", kind: "away", fromMinute: 570, untilMinute: 600, slotMinutes: null } as const;
    const whole = { ...away, fromMinute: null, untilMinute: null };
    const extra = { day: "2026-11-24", kind: "extra", fromMinute: 780, untilMinute: 870, slotMinutes: 45 } as const;
    const week = [weekly(1, 9, 12)];
    expect(starts("2026-11-23", { weekly: week, exceptions: [away] })).toEqual(["2026-11-23T09:00:00.000Z", "2026-11-23T10:00:00.000Z"]);
    expect(starts("2026-11-23", { weekly: week, exceptions: [whole] })).toEqual([]);
    expect(starts("2026-11-24", { weekly: week, exceptions: [extra] })).toEqual(["2026-11-24T12:00:00.000Z", "2026-11-24T12:45:00.000Z"]);
    // Being there beside the week counts on a day away as well.
    const both = [whole, { ...extra, day: "2026-11-23" }];
    expect(starts("2026-11-23", { weekly: week, exceptions: both })).toEqual(["2026-11-23T12:00:00.000Z", "2026-11-23T12:45:00.000Z"]);
  });

  test("never share a moment, are in order and as long as they should be", () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 2, max: 20 }), fc.constantFrom(30, 45, 60))
      .map(([from, length, slotMinutes]) => ({ fromMinute: from * 15, untilMinute: Math.min(1_440, (from + length) * 15), slotMinutes }));
    fc.assert(
      fc.property(
        fc.array(stretch, { maxLength: 5 }),
        fc.array(stretch, { maxLength: 3 }),
        fc.constantFrom("2026-10-25", "2027-03-28"),
        (week, more, day) => {
          const exceptions = more.map((one) => ({ ...one, day, kind: "extra" as const }));
          const slots = slotsOfDay(ZONE, day, { weekly: week.map((one) => ({ ...one, weekday: 7 })), exceptions });
          slots.forEach((slot, i) => {
            expect([30, 45, 60]).toContain((slot.until.getTime() - slot.from.getTime()) / 60_000);
            expect(slot.from.getTime() % 900_000).toBe(0);
            const before = slots[i - 1];
            if (before) expect(before.until.getTime()).toBeLessThanOrEqual(slot.from.getTime());
          });
        },
      ),
    );
  });
});
