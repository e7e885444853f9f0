import type { Actor } from "../kernel/actor";
import { hasRole, isPerson } from "../kernel/actor";
import type { MemberRole, Status, Visibility } from "./idea";
import { isOpenRung } from "./idea";

/** What the rules look at. They are asked about ideas the actor can see; for others the idea does not exist. */
export interface IdeaFacts {
  readonly campusId: string;
  readonly visibility: Visibility;
  readonly status: Status;
  readonly hidden: boolean;
  readonly membership: MemberRole | null;
}

/** May plant an idea on a campus: everybody who belongs to it, and members of its companies. */
export function canPlant(actor: Actor, campusId: string): boolean {
  if (!isPerson(actor)) return false;
  return actor.keys.includes(`campus:${campusId}`) || actor.keys.includes(`companies:${campusId}`) || hasRole(actor, "admin");
}

/** May change what the idea says and its stage: the team, while the idea is active. */
export function canEdit(actor: Actor, idea: IdeaFacts): boolean {
  return isPerson(actor) && idea.membership !== null && idea.status === "active";
}

/** May decide who sees the idea and how it is matched: its owners. */
export function canOpen(actor: Actor, idea: IdeaFacts): boolean {
  return canEdit(actor, idea) && idea.membership === "owner";
}

/** May put the idea away, or back: its owners. */
export function canArchive(actor: Actor, idea: IdeaFacts): boolean {
  return isPerson(actor) && idea.membership === "owner" && (idea.status === "active" || idea.status === "archived");
}

/** May invite to the team, withdraw invitations, remove members and make owners: its owners. */
export function canInvite(actor: Actor, idea: IdeaFacts): boolean {
  return canOpen(actor, idea);
}

/** May leave the team: whoever is in it. That an idea keeps an owner is checked at leaving. */
export function canLeave(actor: Actor, idea: IdeaFacts): boolean {
  return isPerson(actor) && idea.membership !== null;
}

/** May read comments: everybody signed in who sees the idea. People write them for each other, not for passers-by. */
export function canReadComments(actor: Actor): boolean {
  return isPerson(actor);
}

/** May comment: everybody signed in who sees the idea, while it is active and not hidden. */
export function canComment(actor: Actor, idea: IdeaFacts): boolean {
  return canReadComments(actor) && idea.status === "active" && !idea.hidden;
}

/** May follow: everybody signed in who sees the idea. */
export function canFollow(actor: Actor): boolean {
  return isPerson(actor);
}

/** May hide ideas and comments of a campus, and show them again: its coaches and organisers. */
export function canModerate(actor: Actor, campusId: string): boolean {
  return isPerson(actor) && (hasRole(actor, "coach", campusId) || hasRole(actor, "organiser", campusId));
}

/** May hide the idea: a coach or organiser of its campus, when it is open to people outside its team. */
export function canHide(actor: Actor, idea: IdeaFacts): boolean {
  return canModerate(actor, idea.campusId) && isOpenRung(idea.visibility);
}

/** May read older versions and reasons of stage changes: the team. What was private before an idea opened stays so for all others, coaches too. */
export function canSeeHistory(actor: Actor, idea: IdeaFacts): boolean {
  return isPerson(actor) && idea.membership !== null;
}

/** May download the receipt of a version: the team. */
export function canTakeReceipt(actor: Actor, idea: IdeaFacts): boolean {
  return isPerson(actor) && idea.membership !== null;
}
