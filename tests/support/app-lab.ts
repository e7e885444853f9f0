import type { Weekday } from "~/domain/campus/campus";
import { updateOpeningHours } from "~/domain/campus/update-opening-hours";
import type { Person } from "~/domain/kernel/actor";
import type { Store } from "~/domain/kernel/store";
import { bookResource } from "~/domain/lab/book-resource";
import { cancelBooking } from "~/domain/lab/cancel-booking";
import { closeResource } from "~/domain/lab/close-resource";
import { createResource } from "~/domain/lab/create-resource";
import { createSpace } from "~/domain/lab/create-space";
import { giveInduction } from "~/domain/lab/give-induction";
import { testCtx } from "./ctx";

/** What the matrix asks about the lab; all of it made by use cases. */
export interface LabIds {
  readonly bench: string;
  /** Wants an induction; the owner has one. */
  readonly machine: string;
  readonly closed: string;
  /** The bench on Monday from nine to ten, by the owner for the campus idea. */
  readonly booking: string;
  /** The bench on Monday from ten to eleven, cancelled by the owner. */
  readonly cancelled: string;
  readonly induction: string;
}

export const LAB_DAY = "2026-11-23";
const same = (text: string) => ({ nl: text, fr: text, en: text });
const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** A space with three resources, a booking that stands and one that does not. */
export async function buildLab(
  store: Store,
  people: { readonly owner: Person; readonly organiser: Person },
  campusId: string,
  ideaId: string,
): Promise<LabIds> {
  const run = testCtx(store, people.organiser);
  const hours = WEEK.map((weekday) => ({ weekday, fromMinute: 7 * 60, untilMinute: 19 * 60 }));
  await updateOpeningHours(run, { campusId, hours });
  const texts = { name: same("Labo"), about: same("Banken") };
  const { spaceId } = await createSpace(run, { campusId, code: "labo", kind: "company_lab", ...texts, mayBook: [], position: 0 });
  const make = async (code: string, position: number, inductionRequired = false): Promise<string> => {
    const rect = { x: position * 30, y: 0, w: 20, h: 20 };
    const facts = { kind: inductionRequired ? ("machine" as const) : ("bench" as const), seats: 2, bufferMinutes: 0 };
    return (await createResource(run, { ...facts, spaceId, code, name: same(`Bank ${code}`), inductionRequired, rect, position }))
      .resourceId;
  };
  const [bench, machine, closed] = [await make("een", 0), await make("twee", 1, true), await make("drie", 2)];
  await closeResource(run, { resourceId: closed, untilDay: "2026-11-30", reason: same("Stuk"), cancelBookings: false });
  const given = { resourceId: machine, personId: people.owner.personId, until: new Date("2027-11-21T00:00:00Z") };
  const { inductionId } = await giveInduction(run, given);
  const book = async (from: string, until: string): Promise<string> => {
    const wish = { resourceId: bench, day: LAB_DAY, from, until, forKind: "idea" as const, forId: ideaId, purpose: "Meten" };
    return (await bookResource(testCtx(store, people.owner), wish)).bookingId;
  };
  const booking = await book("09:00", "10:00");
  const cancelled = await book("10:00", "11:00");
  await cancelBooking(testCtx(store, people.owner), cancelled, { reason: "Ziek" });
  return { bench, machine, closed, booking, cancelled, induction: inductionId };
}
