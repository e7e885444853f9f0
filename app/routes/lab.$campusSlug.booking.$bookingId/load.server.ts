import type { Person } from "~/domain/kernel/actor";
import { DomainError } from "~/domain/kernel/errors";
import { campusBySlug } from "~/domain/campus/queries";
import { found } from "~/domain/kernel/errors";
import { REASON_MAX } from "~/domain/lab/lab";
import { bookingFor } from "~/domain/lab/queries";
import { dayAt, wallTimeAt } from "~/domain/scheduling/wall";
import type { WebCtx } from "~/web/ctx";
import { clockAt, dayName, labPath } from "~/web/lab";

/** Every quarter of a day: a move may go to another day, with other hours. */
const QUARTERS = Array.from(
  { length: 96 },
  (_, i) => `${String(Math.floor(i / 4)).padStart(2, "0")}:${String((i % 4) * 15).padStart(2, "0")}`,
);

/** One booking of this campus, for whom it concerns. */
export async function bookingView(ctx: WebCtx & { readonly actor: Person }, slug: string | undefined, bookingId: string) {
  const { actor, now } = ctx;
  const { locale } = actor;
  const booking = await bookingFor({ db: ctx.store.db, actor }, bookingId, now);
  if (booking.campusSlug !== slug) throw new DomainError("not_found");
  const campus = found(await campusBySlug(ctx.store.db, slug));
  const { zone, from, until, state, purpose, label, bookedBy, cancelReason, mayChange, mayRestore, forKind, forId } = booking;
  const day = dayAt(zone, from);
  return {
    name: booking.resource[locale],
    space: booking.space[locale],
    campus: campus.name,
    day,
    dayName: dayName(locale, day),
    from: clockAt(zone, from),
    until: clockAt(zone, until),
    wall: { from: wallTimeAt(zone, from), until: wallTimeAt(zone, until) },
    times: QUARTERS,
    state,
    purpose,
    label,
    ideaTo: forKind === "idea" && label !== null ? `/ideas/${forId}` : null,
    bookedBy,
    cancelReason,
    mayChange,
    mayRestore,
    isOver: until <= now,
    toDay: labPath(slug, "", { day }),
    reasonMax: REASON_MAX,
  };
}

export type BookingPageView = Awaited<ReturnType<typeof bookingView>>;
