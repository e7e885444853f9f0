import { and, asc, eq, gt, lt } from "drizzle-orm";
import { organisations } from "#db/schema/campus";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { bookings } from "#db/schema/scheduling";
import type { View } from "../ideas/visible";
import { keyList, openTo } from "../ideas/visible";
import type { Held } from "../scheduling/free";
import type { Range } from "../scheduling/slot";
import { inItsTeam } from "./place";
import type { BlockKind } from "./lab";
import { canSeeBooking } from "./policy";

/** What the actor may know of a booking. */
export interface Shown {
  readonly id: string;
  /** Theirs: they booked it, or their team or organisation comes. */
  readonly mine: boolean;
  /** They may open its page. */
  readonly open: boolean;
  /** Organisation's name, or the title of an idea the actor may see; null: taken, and no more. */
  readonly label: string | null;
  readonly lang: string | null;
}

/** One stretch in which a resource is held. */
export interface Block extends Range {
  readonly kind: BlockKind;
  readonly unit: number;
  readonly label: string | null;
  readonly lang: string | null;
  /** The booking to open; null when it is not the actor's. */
  readonly bookingId: string | null;
}

/** The confirmed bookings of a campus in a stretch, by id, each as the actor may see it. One statement. */
export async function bookingsShown({ db, actor }: View, campusId: string, { from, until }: Range): Promise<Map<string, Shown>> {
  const rows = await db
    .select({
      id: bookings.id,
      campusId: bookings.campusId,
      bookedBy: bookings.bookedBy,
      forKind: bookings.forKind,
      forId: bookings.forId,
      membership: ideaMembers.role,
      title: ideas.title,
      lang: ideas.lang,
      organisation: organisations.name,
    })
    .from(bookings)
    .leftJoin(ideas, and(eq(bookings.forKind, "idea"), eq(ideas.id, bookings.forId), openTo(ideas.id, keyList(actor))))
    .leftJoin(ideaMembers, inItsTeam(actor))
    .leftJoin(organisations, and(eq(bookings.forKind, "organisation"), eq(organisations.id, bookings.forId)))
    .where(and(eq(bookings.campusId, campusId), eq(bookings.state, "confirmed"), gt(bookings.until, from), lt(bookings.from, until)))
    .orderBy(asc(bookings.from), asc(bookings.id));
  return new Map(
    rows.map(({ id, title, lang, organisation, ...facts }) => [
      id,
      {
        id,
        // Organisers open every booking, but only their own stands out on the plan.
        mine: facts.bookedBy === actor.personId || facts.membership !== null || actor.organisationIds.includes(facts.forId),
        open: canSeeBooking(actor, facts),
        label: organisation ?? title,
        lang: organisation === null ? lang : null,
      },
    ]),
  );
}

/** What holds a resource, as the actor may see it, in order of time. */
export function blocksOf(held: readonly Held[], shown: ReadonlyMap<string, Shown>): Block[] {
  const seen = new Set<string>();
  return [...held]
    .sort((a, b) => a.from.getTime() - b.from.getTime() || a.unit - b.unit)
    .flatMap(({ holderKind, holderId, unit, from, until }): Block[] => {
      // A closure and a room that is taken whole hold every unit; one block says so.
      const key = `${holderKind} ${holderId} ${from.getTime()}`;
      if (seen.has(key)) return [];
      seen.add(key);
      const range = { from, until, unit };
      if (holderKind === "closure" || holderKind === "buffer") {
        return [
          {
            ...range,
            kind: holderKind === "closure" ? "closed" : "buffer",
            label: null,
            lang: null,
            bookingId: null,
          },
        ];
      }
      const booking = shown.get(holderId);
      if (!booking) return [{ ...range, kind: "busy", label: null, lang: null, bookingId: null }];
      const kind: BlockKind = booking.mine ? "mine" : booking.label === null ? "busy" : "shared";
      return [{ ...range, kind, label: booking.label, lang: booking.lang, bookingId: booking.open ? booking.id : null }];
    });
}
