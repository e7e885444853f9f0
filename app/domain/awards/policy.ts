import type { Actor } from "../kernel/actor";
import { hasRole, isPerson } from "../kernel/actor";
import type { PhaseKind } from "./edition";

/** What the rules look at in an edition. */
export interface EditionFacts {
  readonly id: string;
  readonly campusId: string;
  readonly publishedAt: Date | null;
}

/** May run the editions of a campus: phases, jury, ranking, prizes. Its organisers, and admins. */
export function canOrganise(actor: Actor, campusId: string): boolean {
  return isPerson(actor) && hasRole(actor, "organiser", campusId);
}

/** May score in an edition: whoever is juror of that edition. Nobody is by being something else. */
export function canJudge(actor: Actor, editionId: string): boolean {
  return isPerson(actor) && actor.roles.some((one) => one.role === "juror" && one.scopeKind === "edition" && one.scopeId === editionId);
}

/** May enter an idea at this moment: everybody signed in, during the open phase. That it is their idea is checked apart. */
export function canEnter(actor: Actor, phase: PhaseKind): boolean {
  return isPerson(actor) && phase === "open";
}
