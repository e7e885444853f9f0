import { canRunCampus } from "../campus/policy";
import type { Actor } from "../kernel/actor";
import { hasRole, isPerson } from "../kernel/actor";

/** What the rules look at in a booking. */
export interface BookingFacts {
  readonly campusId: string;
  readonly bookedBy: string;
  readonly forKind: "idea" | "organisation";
  readonly forId: string;
  /** The actor's place in the team of the idea; null when they have none, or when it is for an organisation. */
  readonly membership: string | null;
}

/** May make spaces and resources, close and open them, give inductions: who runs the campus. */
export function canRunLab(actor: Actor, campusId: string): boolean {
  return isPerson(actor) && canRunCampus(actor, campusId);
}

/** Belongs to the campus: by a role there, or by a company of it. */
export function belongsTo(actor: Actor, campusId: string): boolean {
  return actor.keys.includes(`campus:${campusId}`) || actor.keys.includes(`companies:${campusId}`) || canRunLab(actor, campusId);
}

/**
 * May book in a space by its audiences: everybody of the campus when it names none; else whose profile names one of them, who
 * books for a company where companies may, and the coaches and organisers of the campus.
 */
export function audienceAllows(
  actor: Actor,
  space: { readonly campusId: string; readonly mayBook: readonly string[] },
  who: { readonly audience: string | null; readonly forKind: "idea" | "organisation" },
): boolean {
  if (canRunLab(actor, space.campusId) || space.mayBook.length === 0 || hasRole(actor, "coach", space.campusId)) return true;
  if (who.forKind === "organisation" && space.mayBook.includes("company")) return true;
  return who.audience !== null && space.mayBook.includes(who.audience);
}

/** May book for an idea: its team, and who runs the campus. */
export function canBookForIdea(actor: Actor, campusId: string, membership: string | null): boolean {
  return isPerson(actor) && (membership !== null || canRunLab(actor, campusId));
}

/** May book for an organisation: its members, and who runs the campus. */
export function canBookForOrganisation(actor: Actor, campusId: string, organisationId: string): boolean {
  return isPerson(actor) && (actor.organisationIds.includes(organisationId) || canRunLab(actor, campusId));
}

/** Sees what a booking is for and who made it: the team of the idea, members of the organisation, who booked, who runs the campus. */
export function canSeeBooking(actor: Actor, booking: BookingFacts): boolean {
  if (!isPerson(actor)) return false;
  return canChangeBooking(actor, booking) || booking.membership !== null;
}

/** May cancel and move a booking: who made it, owners of the idea, members of the organisation, who runs the campus. */
export function canChangeBooking(actor: Actor, booking: BookingFacts): boolean {
  if (!isPerson(actor)) return false;
  if (booking.bookedBy === actor.personId || canRunLab(actor, booking.campusId)) return true;
  if (booking.forKind === "organisation") return actor.organisationIds.includes(booking.forId);
  return booking.membership === "owner";
}
