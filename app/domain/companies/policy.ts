import { canRunCampus } from "../campus/policy";
import type { Actor } from "../kernel/actor";

/** Tells whether the actor sees and decides a registration: who runs its campus, and the people of the company when it is there already. */
export function canDecide(actor: Actor, registration: { readonly campusId: string }, existing: { readonly id: string } | null): boolean {
  return canRunCampus(actor, registration.campusId) || (existing !== null && actor.organisationIds.includes(existing.id));
}
