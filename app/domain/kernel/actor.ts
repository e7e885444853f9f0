/** Languages of the interface and of what people write. The first is the default. */
export const LOCALES = ["nl", "fr", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const ROLES = ["learner", "coach", "expert", "juror", "organiser", "admin"] as const;
export type Role = (typeof ROLES)[number];
/** Roles that open what is others'. An instance may ask a second proof before somebody acts in one of them. */
export const STAFF_ROLES: readonly Role[] = ["coach", "expert", "juror", "organiser", "admin"];
export const SCOPE_KINDS = ["instance", "campus", "edition"] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];
export interface RoleGrant {
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
}

/** Who acts: a visitor without an account, or a signed-in person with what they hold at this moment. */
export interface Actor {
  readonly personId: string | null;
  readonly name: string;
  readonly locale: Locale;
  readonly ageBand: string | null;
  readonly roles: readonly RoleGrant[];
  readonly organisationIds: readonly string[];
  /** Audience keys that open rows of `idea_audience` to this actor. */
  readonly keys: readonly string[];
}
export type Person = Actor & { readonly personId: string };

export const AUDIENCE_PUBLIC = "public";

/** Audience keys of a person, from their roles and organisations. Every list and search is cut by them. */
export function audienceKeys(personId: string | null, roles: readonly RoleGrant[], organisationCampusIds: readonly string[]): string[] {
  const keys = new Set<string>([AUDIENCE_PUBLIC]);
  if (personId) keys.add(`person:${personId}`);
  for (const grant of roles) {
    if (grant.scopeKind !== "campus") continue;
    keys.add(`campus:${grant.scopeId}`);
    if (grant.role === "coach" || grant.role === "organiser") keys.add(`coaches:${grant.scopeId}`);
  }
  for (const campusId of organisationCampusIds) keys.add(`companies:${campusId}`);
  return [...keys];
}

/** A visitor: nobody signed in. */
export function visitor(locale: Locale): Actor {
  return { personId: null, name: "", locale, ageBand: null, roles: [], organisationIds: [], keys: [AUDIENCE_PUBLIC] };
}

/** Tells whether the actor is signed in. */
export function isPerson(actor: Actor): actor is Person {
  return actor.personId !== null;
}

/** Tells whether the actor holds the role, for the scope when one is given. An admin of the instance holds the organiser's role everywhere. */
export function hasRole(actor: Actor, role: Role, scopeId?: string): boolean {
  return actor.roles.some((grant) => {
    if (grant.role === "admin" && (role === "admin" || role === "organiser")) return true;
    return grant.role === role && (scopeId === undefined || grant.scopeId === scopeId);
  });
}
