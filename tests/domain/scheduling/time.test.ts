import fc from "#tests/support/fast-check";
import { expect, test } from "vitest";
import { openOn } from "~/domain/scheduling/opening";
import { freeOf } from "~/domain/scheduling/free";
import { minutesOf, overlaps, QUANTUM_MS, rangesOf, slotAt, slotsOf, slotStart, subtract, within } from "~/domain/scheduling/slot";
import { addDays, dayAt, dayRange, daysBetween, instantOf, isTwice, wallTimeAt, weekOf, weekRange } from "~/domain/scheduling/wall";
import { refusal } from "#tests/domain/ideas/world";

const ZONE = "Europe/Brussels";
const at = (text: string): Date => new Date(text);
const caught = (fn: () => unknown): Promise<string> => refusal(Promise.resolve().then(fn));

const slot = fc.integer({ min: 1_900_000, max: 2_100_000 });
const range = fc
  .tuple(slot, fc.integer({ min: 1, max: 60 }))
  .map(([first, count]) => ({ from: slotStart(first), until: slotStart(first + count) }));
const held = (slots: readonly { from: Date; until: Date }[]) => new Set(slots.flatMap(({ from, until }) => slotsOf(from, until)));

test("slots of a stretch cover it once, and make the stretch again", () => {
  fc.assert(
    fc.property(range, ({ from, until }) => {
      const slots = slotsOf(from, until);
      expect(slots.length).toBe(minutesOf({ from, until }) / 15);
      expect(rangesOf(slots)).toEqual([{ from, until }]);
      expect(slotAt(new Date(from.getTime() + QUANTUM_MS - 1))).toBe(slots[0]);
    }),
  );
  expect(() => slotsOf(at("2026-11-23T09:05:00Z"), at("2026-11-23T10:00:00Z"))).toThrow(RangeError);
  expect(() => slotsOf(at("2026-11-23T10:00:00Z"), at("2026-11-23T10:00:00Z"))).toThrow(RangeError);
});

test("stretches touch without overlapping, and cutting out leaves exactly the other slots", () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 6 }), fc.array(range, { maxLength: 6 }), (all, cut) => {
      const gone = held(cut);
      const left = subtract(all, cut);
      expect([...held(left)].sort()).toEqual([...held(all)].filter((one) => !gone.has(one)).sort());
      for (const [i, one] of left.entries()) for (const other of left.slice(i + 1)) expect(overlaps(one, other)).toBe(false);
    }),
  );
  const [nine, ten, eleven] = [at("2026-11-23T09:00:00Z"), at("2026-11-23T10:00:00Z"), at("2026-11-23T11:00:00Z")];
  expect(overlaps({ from: nine, until: ten }, { from: ten, until: eleven })).toBe(false);
  const halves = [
    { from: nine, until: ten },
    { from: ten, until: eleven },
  ];
  expect(within({ from: nine, until: eleven }, halves)).toBe(true);
});

test("a subject is free where one of its units is", () => {
  fc.assert(
    fc.property(range, fc.array(fc.tuple(range, fc.integer({ min: 0, max: 1 })), { maxLength: 6 }), (open, taken) => {
      const rows = taken.map(([one, unit]) => ({ ...one, unit, subjectId: "s", holderKind: "booking" as const, holderId: "b" }));
      const units = [0, 1].map((unit) => held(rows.filter((row) => row.unit === unit)));
      const free = [...held([open])].filter((one) => !units.every((unit) => unit.has(one)));
      expect([...held(freeOf([open], 2, rows))].sort()).toEqual(free.sort());
    }),
  );
});

test("the clock of the venue gives the instant, and back", () => {
  expect(instantOf(ZONE, "2026-11-23", "09:15")).toEqual(at("2026-11-23T08:15:00Z"));
  expect(instantOf(ZONE, "2026-07-06", "24:00")).toEqual(at("2026-07-06T22:00:00Z"));
  fc.assert(
    fc.property(slot, (one) => {
      const moment = slotStart(one);
      const [day, time] = [dayAt(ZONE, moment), wallTimeAt(ZONE, moment)];
      const meant = [instantOf(ZONE, day, time), instantOf(ZONE, day, time, { overlap: "later" })].map((each) => each.getTime());
      expect(meant).toContain(moment.getTime());
    }),
  );
});

test("on 2027-03-28 the clock skips an hour: it is refused, and the day has 23", async () => {
  expect(await caught(() => instantOf(ZONE, "2027-03-28", "02:30"))).toBe("no_such_time");
  expect(instantOf(ZONE, "2027-03-28", "03:00").getTime() - instantOf(ZONE, "2027-03-28", "01:45").getTime()).toBe(QUANTUM_MS);
  expect(minutesOf(dayRange(ZONE, "2027-03-28"))).toBe(23 * 60);
});

test("on 2026-10-25 the clock shows an hour twice: the earlier counts unless asked, and the day has 25", () => {
  expect(instantOf(ZONE, "2026-10-25", "02:30")).toEqual(at("2026-10-25T00:30:00Z"));
  expect(instantOf(ZONE, "2026-10-25", "02:30", { overlap: "later" })).toEqual(at("2026-10-25T01:30:00Z"));
  expect([isTwice(ZONE, "2026-10-25", "02:30"), isTwice(ZONE, "2026-10-25", "04:00")]).toEqual([true, false]);
  expect(minutesOf(dayRange(ZONE, "2026-10-25"))).toBe(25 * 60);
  expect(minutesOf(weekRange(ZONE, "2026-10-25"))).toBe((7 * 24 + 1) * 60);
});

test("days and weeks follow the calendar", async () => {
  expect(weekOf("2026-11-25")).toEqual(daysBetween("2026-11-23", "2026-11-29"));
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  for (const nonsense of ["2026-02-30", "vandaag", "2026-1-1", "", "2026-11-23T10:00"]) {
    expect(await caught(() => dayRange(ZONE, nonsense))).toBe("invalid");
  }
  expect(await caught(() => instantOf(ZONE, "2026-11-23", "25:00"))).toBe("invalid");
});

test("a campus is open by its hours, not on its closures, and through a change of the clock", () => {
  const hours = [
    { weekday: 7 as const, fromMinute: 60, untilMinute: 12 * 60 },
    { weekday: 7 as const, fromMinute: 12 * 60, untilMinute: 24 * 60 },
  ];
  const reason = { nl: "Feest", fr: "Fête", en: "Feast" };
  expect(openOn(ZONE, "2026-10-25", hours, []).open).toEqual([{ from: at("2026-10-24T23:00:00Z"), until: at("2026-10-25T23:00:00Z") }]);
  expect(openOn(ZONE, "2027-03-28", hours, []).open.map(minutesOf)).toEqual([22 * 60]);
  expect(openOn(ZONE, "2026-10-26", hours, []).open).toEqual([]);
  expect(openOn(ZONE, "2026-10-25", hours, [{ firstDay: "2026-10-24", lastDay: "2026-10-25", reason }])).toEqual({
    day: "2026-10-25",
    open: [],
    closedFor: reason,
  });
});
