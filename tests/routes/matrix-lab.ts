import { LAB_DAY } from "#tests/support/app-lab";
import { emailOf } from "#tests/support/app-world";
import type { World } from "#tests/support/app-world";
import type { Row, Rows } from "./matrix-rows";
import { act, ANYBODY__, PERSONAL_, read, withId } from "./matrix-rows";

const bookingPath = (world: World): string => `/lab/noord/booking/${world.lab.booking}`;
const cancelledPath = (world: World): string => `/lab/noord/booking/${world.lab.cancelled}`;
const bookFor = (bookedFor: (world: World) => string) => (world: World) => ({
  resourceId: world.lab.bench,
  day: LAB_DAY,
  from: "13:00",
  until: "14:00",
  for: bookedFor(world),
});
const manage = (name: string, expected: string, fields?: Row["fields"]): Row => act("/lab/noord/manage", name, expected, { fields });
const closing = withId(({ lab }) => lab.bench, { untilDay: "2026-11-25", reason: "Stuk", cancel: "on" });

//                visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const CONCERNED = "in ok ok hid hid hid ok hid hid ok in";
const ORGANISES = "ask hid hid hid hid hid go hid hid go ask";
const NOBODY___ = "in hid hid hid hid hid hid hid hid hid in";
const NOT_THERE = "ask hid hid hid hid hid hid hid hid hid ask";

/** Pages of the lab: the day, booking, one booking, and what an organiser does. */
export const LAB_ROWS: Rows = {
  "routes/lab._index": [read("/lab", "ok away away away away away away away away ok ok")],
  "routes/lab.$campusSlug._index": [
    read("/lab/noord", ANYBODY__),
    read(`/lab/noord?day=${LAB_DAY}&view=list`, ANYBODY__, "another day"),
    read("/lab/noord?day=morgen", "400 400 400 400 400 400 400 400 400 400 400", "no day"),
    read("/lab/nergens", "hid hid hid hid hid hid hid hid hid hid hid", "no such campus"),
  ],
  "routes/lab.$campusSlug.book": [
    read(`/lab/noord/book?day=${LAB_DAY}`, PERSONAL_),
    read("/lab/nergens/book", NOBODY___, "no such campus"),
    act("/lab/noord/book", "", "ask go go no hid no go hid hid hid ask", {
      fields: bookFor(({ ideas }) => `idea:${ideas.campus.id}`),
      note: "idea",
    }),
    act("/lab/noord/book", "", "ask no no no no no go no go go ask", {
      fields: bookFor(({ organisation }) => `organisation:${organisation.id}`),
      note: "organisation",
    }),
  ],
  "routes/lab.$campusSlug.booking.$bookingId": [
    read(bookingPath, CONCERNED),
    read((world) => `/lab/zuid/booking/${world.lab.booking}`, NOBODY___, "at another campus"),
    act(bookingPath, "cancel", "ask go no hid hid hid go hid hid go ask", { fields: () => ({ reason: "Ziek" }) }),
    act(bookingPath, "move", "ask go no hid hid hid go hid hid go ask", {
      fields: () => ({ day: LAB_DAY, from: "15:00", until: "16:00" }),
    }),
    act(bookingPath, "nonsense", "ask 400 400 hid hid hid 400 hid hid 400 ask"),
    act(cancelledPath, "restore", "ask go no hid hid hid no hid hid no ask"),
  ],
  "routes/lab.$campusSlug.manage": [
    read("/lab/noord/manage", "in hid hid hid hid hid ok hid hid ok in"),
    manage("close", ORGANISES, closing),
    manage(
      "open",
      ORGANISES,
      withId(({ lab }) => lab.closed),
    ),
    manage(
      "give",
      ORGANISES,
      withId(({ lab }) => lab.machine, { email: emailOf("stranger"), untilDay: "2027-06-01" }),
    ),
    manage(
      "revoke",
      ORGANISES,
      withId(({ lab }) => lab.induction),
    ),
    manage("nonsense", "ask hid hid hid hid hid 400 hid hid 400 ask"),
    act("/lab/zuid/manage", "close", NOT_THERE, { fields: closing, note: "from the other campus" }),
    act("/lab/zuid/manage", "revoke", NOT_THERE, { fields: withId(({ lab }) => lab.induction), note: "from the other campus" }),
  ],
};
