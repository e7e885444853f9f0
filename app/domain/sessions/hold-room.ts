import { closuresOf } from "../campus/queries";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { after, days, minutes } from "../kernel/time";
import { holdPlace, placeOf, rangeOf } from "../lab/place";
import { occupy } from "../scheduling/occupy";
import type { Range } from "../scheduling/slot";
import { dayAt, instantOf } from "../scheduling/wall";
import type { SessionWish } from "./session";
import { LASTS_MAX, PLAN_AHEAD_DAYS } from "./session";

/** When a session is and when registering for it ends. */
export interface When extends Range {
  readonly closesAt: Date;
}

/**
 * The moments a form means, on the clock of the campus. Refuses with "invalid" (not on quarters, too long, rounds that do not fit,
 * registering that ends later than it begins), "no_such_time", "in_the_past" or "too_far".
 */
export function whenOf(ctx: Pick<Ctx, "now">, zone: string, wish: SessionWish): When {
  const range = rangeOf(zone, wish);
  if (range.from <= ctx.now) throw new DomainError("in_the_past");
  if (range.from > after(ctx.now, days(PLAN_AHEAD_DAYS))) throw new DomainError("too_far", { days: PLAN_AHEAD_DAYS });
  const lasts = range.until.getTime() - range.from.getTime();
  if (lasts > LASTS_MAX) throw new DomainError("invalid", { field: "until" });
  if (minutes(wish.rounds * wish.roundMinutes) > lasts) {
    throw new DomainError("invalid", { field: "rounds", message: "sessions.field.too_many_rounds" });
  }
  const closesAt = closingOf(zone, wish, range.from);
  if (closesAt > range.from) throw new DomainError("invalid", { field: "closesDay", message: "sessions.field.closes" });
  return { ...range, closesAt };
}

/** The end of the day that was chosen, or its hour; when nothing was chosen, the beginning of the session. */
function closingOf(zone: string, { closesDay, closesAt }: SessionWish, from: Date): Date {
  if (closesDay === "") return from;
  if (closesAt !== "") return instantOf(zone, closesDay, closesAt, { field: "closesAt" });
  const endOfDay = instantOf(zone, closesDay, "24:00", { field: "closesDay" });
  const isItsDay = dayAt(zone, from) === closesDay;
  return isItsDay ? from : endOfDay;
}

/**
 * Takes the coach, and the room when there is one, for the session. Refuses with "slot_taken", "not_found" (no room of the campus) or
 * "closed" (the room, or the campus, is).
 */
export async function holdRoom(
  tx: Tx,
  held: { readonly sessionId: string; readonly campusId: string; readonly coachId: string; readonly resourceId: string },
  range: Range,
): Promise<void> {
  const { sessionId, campusId, coachId, resourceId } = held;
  await occupy(tx, { subjectId: coachId, capacity: 1, from: range.from, until: range.until, holderKind: "session", holderId: sessionId });
  if (resourceId === "") return;
  const place = await placeOf(tx, resourceId);
  if (place.campusId !== campusId) throw new DomainError("not_found");
  if (place.closedUntil !== null && place.closedUntil > range.from) throw new DomainError("closed");
  const day = dayAt(place.zone, range.from);
  if ((await closuresOf(tx, campusId, day, day)).length > 0) throw new DomainError("closed");
  await holdPlace(tx, place, range, sessionId, "session");
}
