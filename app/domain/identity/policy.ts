import type { Actor, Role, RoleGrant, ScopeKind } from "../kernel/actor";
import { hasRole } from "../kernel/actor";

export interface Scope {
  readonly kind: ScopeKind;
  readonly id: string;
}

/** Scope of roles that count everywhere. */
export const INSTANCE: Scope = { kind: "instance", id: "instance" };

const GIVEN_BY_ORGANISERS: readonly Role[] = ["learner", "coach", "expert", "organiser"];

/** Tells whether the actor is admin of the instance. */
export function isAdmin(actor: Actor): boolean {
  return hasRole(actor, "admin");
}

/** Roles the actor may give (by grant or invite) or end within the scope. */
export function givableRoles(actor: Actor, scope: Scope): readonly Role[] {
  if (scope.kind === "instance") return isAdmin(actor) ? ["admin"] : [];
  if (scope.kind === "edition") return isAdmin(actor) ? ["juror"] : [];
  return hasRole(actor, "organiser", scope.id) ? GIVEN_BY_ORGANISERS : [];
}

/** Tells whether the actor may give the role within the scope, or end it. */
export function canGiveRole(actor: Actor, role: Role, scope: Scope): boolean {
  return givableRoles(actor, scope).includes(role);
}

/** Tells whether the actor runs one of the campuses on which the other holds a role. */
export function overseesPerson(actor: Actor, theirs: readonly RoleGrant[]): boolean {
  return isAdmin(actor) || theirs.some((grant) => grant.scopeKind === "campus" && hasRole(actor, "organiser", grant.scopeId));
}

/** Tells whether the actor may close the other's account or open it again: never their own, an organiser no admin's nor organiser's. */
export function canSuspend(actor: Actor, personId: string, theirs: readonly RoleGrant[]): boolean {
  if (actor.personId === null || actor.personId === personId) return false;
  if (isAdmin(actor)) return true;
  const isStaffAbove = theirs.some((grant) => grant.role === "admin" || grant.role === "organiser");
  return !isStaffAbove && overseesPerson(actor, theirs);
}
