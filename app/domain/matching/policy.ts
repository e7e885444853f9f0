import type { IdeaFacts } from "../ideas/policy";
import { canEdit } from "../ideas/policy";
import type { MatchConsent } from "../ideas/idea";
import type { Actor } from "../kernel/actor";
import { isPerson } from "../kernel/actor";

/** Acts as a coach on a campus: its coaches and organisers, by role; an admin of the instance does not read along. */
export function actsAsCoach(actor: Actor, campusId: string): boolean {
  return isPerson(actor) && actor.keys.includes(`coaches:${campusId}`);
}

/** May see what completes an idea: its team, and coaches and organisers of its campus who see the idea. */
export function canSeeMatches(actor: Actor, idea: IdeaFacts, consent: MatchConsent): boolean {
  if (!isPerson(actor) || idea.status !== "active") return false;
  if (actsAsCoach(actor, idea.campusId)) return true;
  return idea.membership !== null && consent !== "by_coach";
}

/** May ask, answer, refuse and end for an idea: its team, while the idea is active. */
export function canSpeakFor(actor: Actor, idea: IdeaFacts): boolean {
  return canEdit(actor, idea);
}
