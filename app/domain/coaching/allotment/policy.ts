import type { Actor } from "../../kernel/actor";
import { hasRole, isPerson } from "../../kernel/actor";

/** May make, change, apply and drop an allotment of a campus: its coaches and organisers. */
export function canAllot(actor: Actor, campusId: string): boolean {
  return isPerson(actor) && (hasRole(actor, "coach", campusId) || hasRole(actor, "organiser", campusId));
}

/** What the rules look at in a relation. */
export interface RelationFacts {
  readonly campusId: string;
  readonly coachId: string;
  /** Whether the actor is in the team of the idea now. */
  readonly inTeam: boolean;
}

/** In which quality the actor may end a coaching: as its team, its coach or an organiser of its campus; null when they may not. */
export function endsAs(actor: Actor, relation: RelationFacts): "team" | "coach" | "organiser" | null {
  if (!isPerson(actor)) return null;
  if (relation.inTeam) return "team";
  if (actor.personId === relation.coachId) return "coach";
  return hasRole(actor, "organiser", relation.campusId) ? "organiser" : null;
}
