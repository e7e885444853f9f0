import type { IdeaFacts } from "../ideas/policy";
import type { Actor } from "../kernel/actor";
import { hasRole, isPerson } from "../kernel/actor";
import type { SessionState } from "./coaching";

/** What the rules look at in a session. */
export interface SessionFacts {
  readonly campusId: string;
  readonly coachId: string;
  readonly state: SessionState;
  /** Whether the actor is in the team of the idea now. */
  readonly inTeam: boolean;
  /** Whether a minor takes part, or is in the team. */
  readonly withMinor: boolean;
}

/** Campuses on which the actor is a coach. */
export function coachedCampuses(actor: Actor): string[] {
  return actor.roles.filter((grant) => grant.role === "coach" && grant.scopeKind === "campus").map((grant) => grant.scopeId);
}

/** May see who coaches on a campus: its people, its companies and who runs it. */
export function canSeeCoaches(actor: Actor, campusId: string): boolean {
  if (!isPerson(actor)) return false;
  return actor.keys.includes(`campus:${campusId}`) || actor.keys.includes(`companies:${campusId}`) || hasRole(actor, "admin");
}

/** May book a talk for an idea: its team, while it is active and not hidden. */
export function canBook(actor: Actor, idea: IdeaFacts): boolean {
  return isPerson(actor) && idea.membership !== null && idea.status === "active" && !idea.hidden;
}

/** May set hours, exceptions and capacity on a campus: coaches, each their own. */
export function canReceive(actor: Actor, campusId: string): boolean {
  return isPerson(actor) && hasRole(actor, "coach", campusId);
}

/** Tells whether the actor is the coach of the session, and still a coach there. */
export function isItsCoach(actor: Actor, session: SessionFacts): boolean {
  return isPerson(actor) && actor.personId === session.coachId && hasRole(actor, "coach", session.campusId);
}

/** May read question, shared notes and actions, write notes and promise: the team and the coach. */
export function canTakePart(actor: Actor, session: SessionFacts): boolean {
  return isPerson(actor) && (session.inTeam || isItsCoach(actor, session));
}

/** May see that the session exists: who takes part; organisers of the campus when a minor does. */
export function canSeeSession(actor: Actor, session: SessionFacts): boolean {
  return canTakePart(actor, session) || (session.withMinor && hasRole(actor, "organiser", session.campusId));
}

/** May move or cancel: who takes part, while it is planned. */
export function canChangeSession(actor: Actor, session: SessionFacts): boolean {
  return canTakePart(actor, session) && session.state === "planned";
}

/** May say that it was held: the coach, while it is planned. */
export function canMarkHeld(actor: Actor, session: SessionFacts): boolean {
  return isItsCoach(actor, session) && session.state === "planned";
}
