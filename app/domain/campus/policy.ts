import type { Actor } from "../kernel/actor";
import { hasRole } from "../kernel/actor";

/** Tells whether the actor may make campuses and import terms: admins. */
export function canRunInstance(actor: Actor): boolean {
  return hasRole(actor, "admin");
}

/** Tells whether the actor may change hours, closures and organisations of the campus: its organisers, and admins. */
export function canRunCampus(actor: Actor, campusId: string): boolean {
  return hasRole(actor, "organiser", campusId);
}

/** Tells whether the actor may bring members into the organisation and end memberships: its members, and who runs its campus. */
export function canManageMembers(actor: Actor, organisation: { readonly id: string; readonly campusId: string }): boolean {
  return canRunCampus(actor, organisation.campusId) || actor.organisationIds.includes(organisation.id);
}
