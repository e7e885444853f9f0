import { describe, expect, test } from "vitest";
import fc from "#tests/support/fast-check";
import { commonTimes } from "~/domain/rooms/common-times";
import { answerMeeting } from "~/domain/rooms/answer-meeting";
import { proposeMeeting } from "~/domain/rooms/propose-meeting";
import { roomPage } from "~/domain/rooms/queries-room";
import { updateOpeningHours } from "~/domain/campus/update-opening-hours";
import { after, hours, minutes } from "~/domain/kernel/time";
import { overlaps, within } from "~/domain/scheduling/slot";
import { NOW, testCtx } from "#tests/support/ctx";
import { roomWorld } from "./world";

const at = (day: number, hour: number): Date => new Date(Date.UTC(2026, 10, day, hour));
const wanted = { length: hours(1), most: 5, perDay: 2, apart: hours(3), notBefore: at(23, 0) };

describe("common times", () => {
  test("are spread over the day, two at most, and five in all", () => {
    const days = [23, 24, 25, 26].map((day) => [{ from: at(day, 8), until: at(day, 17) }]);
    expect(commonTimes(days, [], wanted).map(({ from }) => [from.getUTCDate(), from.getUTCHours()])).toEqual([
      [23, 8],
      [23, 11],
      [24, 8],
      [24, 11],
      [25, 8],
    ]);
  });

  test("lie in the open hours, meet nothing busy and begin on the half hour, whatever is busy", () => {
    const stretch = fc.record({ from: fc.integer({ min: 0, max: 96 * 4 }), length: fc.integer({ min: 1, max: 40 }) });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 30 }), (list) => {
        const base = at(23, 0);
        const busy = list.map(({ from, length }) => ({
          from: after(base, from * minutes(15)),
          until: after(base, (from + length) * minutes(15)),
        }));
        const days = [23, 24, 25, 26].map((day) => [{ from: at(day, 8), until: at(day, 17) }]);
        for (const time of commonTimes(days, busy, wanted)) {
          expect(within(time, days.flat())).toBe(true);
          expect(busy.some((one) => overlaps(one, time))).toBe(false);
          expect(time.from.getTime() % minutes(30)).toBe(0);
        }
      }),
    );
  });
});

test("what is agreed or proposed is not suggested again, and a campus that is closed suggests nothing", async () => {
  const { store, cast, campusId, ann, bob, as, view, roomId } = await roomWorld();
  const suggestions = async () => (await roomPage(view(bob), roomId, NOW)).suggestions.map(({ from }) => from.toISOString());
  expect(await suggestions()).toEqual([]);
  await updateOpeningHours(testCtx(store, cast.organiser), { campusId, hours: [{ weekday: 1, fromMinute: 540, untilMinute: 660 }] });
  const [first] = await suggestions();
  expect(first).toBe("2026-11-23T08:00:00.000Z");
  const { meetingId } = await proposeMeeting(as(ann), roomId, { from: new Date(first ?? ""), place: "" });
  expect((await suggestions())[0]).toBe("2026-11-23T09:00:00.000Z");
  await answerMeeting(as(bob), meetingId, "accept");
  expect((await suggestions())[0]).toBe("2026-11-23T09:00:00.000Z");
});
