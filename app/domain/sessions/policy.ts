import type { Actor } from "../kernel/actor";
import { hasRole, isPerson } from "../kernel/actor";

/** May see the sessions of a campus and register: its people, its companies, and who runs it. */
export function canSeeSessions(actor: Actor, campusId: string): boolean {
  if (!isPerson(actor)) return false;
  return actor.keys.includes(`campus:${campusId}`) || actor.keys.includes(`companies:${campusId}`) || hasRole(actor, "admin");
}

/** May plan a session: coaches of the campus. */
export function canPlanSession(actor: Actor, campusId: string): boolean {
  return isPerson(actor) && actor.roles.some((grant) => grant.role === "coach" && grant.scopeId === campusId);
}

/** May change, run and report a session, and see who comes: coaches and organisers of its campus, by role. */
export function canRunSession(actor: Actor, campusId: string): boolean {
  return isPerson(actor) && actor.keys.includes(`coaches:${campusId}`);
}

/** Campuses where the actor may plan sessions. */
export function plannedCampuses(actor: Actor): string[] {
  return actor.roles.filter((grant) => grant.role === "coach" && grant.scopeKind === "campus").map((grant) => grant.scopeId);
}
