import type { SQL } from "drizzle-orm";
import { and, asc, eq, exists, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { organisationMembers, organisations } from "#db/schema/campus";
import { consents, people, profiles, roleGrants } from "#db/schema/identity";
import type { Actor, Person, RoleGrant } from "../kernel/actor";
import { audienceKeys, hasRole, STAFF_ROLES } from "../kernel/actor";
import { prepared } from "../kernel/prepared";
import type { Db } from "../kernel/store";
import { fold } from "../kernel/text";
import { activeGrants, inForce } from "./accounts";
import { consentText } from "./privacy/consents";
import type { ConsentPurpose } from "./privacy/consents";
import { isMinor } from "./person";

export { activeGrants, personByEmail } from "./accounts";
export { invitesFor, invitesOfScope, invitesToRemind, inviteView } from "./invite-rows";
export type { InviteView } from "./invite-rows";
export { sessionsOf } from "./session-rows";
export type { SessionView } from "./session-rows";

const NOW = sql.placeholder("now");
const PERSON = sql.placeholder("personId");

const personWithGrants = (db: Db) =>
  db
    .select({
      name: people.name,
      locale: people.locale,
      ageBand: people.ageBand,
      role: roleGrants.role,
      scopeKind: roleGrants.scopeKind,
      scopeId: roleGrants.scopeId,
    })
    .from(people)
    .leftJoin(
      roleGrants,
      and(eq(roleGrants.personId, people.id), lte(roleGrants.from, NOW), or(isNull(roleGrants.until), gt(roleGrants.until, NOW))),
    )
    .where(and(eq(people.id, PERSON), isNull(people.suspendedAt), isNull(people.erasedAt)))
    .orderBy(asc(roleGrants.from), asc(roleGrants.id));

const memberships = (db: Db) =>
  db
    .select({ id: organisations.id, campusId: organisations.campusId })
    .from(organisationMembers)
    .innerJoin(organisations, eq(organisations.id, organisationMembers.organisationId))
    .where(
      and(
        eq(organisationMembers.personId, PERSON),
        lte(organisationMembers.from, NOW),
        or(isNull(organisationMembers.until), gt(organisationMembers.until, NOW)),
      ),
    )
    .orderBy(asc(organisationMembers.from), asc(organisationMembers.id));

/**
 * A signed-in person with the roles and organisations they hold at `now`, in two prepared statements; null when suspended, erased or unknown.
 * @param limits `withoutStaff` leaves out the roles that ask a second proof, and with them all that they open.
 */
export async function loadActor(
  db: Db,
  personId: string,
  now: Date,
  { withoutStaff = false }: { readonly withoutStaff?: boolean } = {},
): Promise<Person | null> {
  const values = { personId, now: now.getTime() };
  const rows = await prepared(db, "identity.actor.person", personWithGrants).execute(values);
  const [first] = rows;
  if (!first) return null;
  const memberOf = await prepared(db, "identity.actor.organisations", memberships).execute(values);
  const roles = rows.flatMap(({ role, scopeKind, scopeId }): RoleGrant[] =>
    role === null || scopeKind === null || scopeId === null || (withoutStaff && STAFF_ROLES.includes(role))
      ? []
      : [{ role, scopeKind, scopeId }],
  );
  return {
    personId,
    name: first.name,
    locale: first.locale,
    ageBand: first.ageBand,
    roles,
    organisationIds: [...new Set(memberOf.map((membership) => membership.id))],
    keys: audienceKeys(
      personId,
      roles,
      memberOf.map((membership) => membership.campusId),
    ),
  };
}

/** Tells whether a person holds a role that may ask a second proof. */
export async function isStaff(db: Db, personId: string, now: Date): Promise<boolean> {
  return (await activeGrants(db, personId, now)).some(({ role }) => STAFF_ROLES.includes(role));
}

/** Tells whether the instance has any account, erased ones too. */
export async function hasPeople(db: Db): Promise<boolean> {
  return (await db.select({ id: people.id }).from(people).limit(1)).length > 0;
}

/** Names by id, for showing; an erased person has the name of all erased people. */
export async function namesOf(db: Db, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(personIds)]));
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** People among these who have said yes to the present text of a purpose and not taken it back. */
export async function consentedTo(db: Db, purpose: ConsentPurpose, personIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await db
    .select({ personId: consents.personId })
    .from(consents)
    .where(
      and(
        inArray(consents.personId, [...personIds]),
        eq(consents.purpose, purpose),
        eq(consents.textVersion, consentText(purpose).version),
        eq(consents.given, true),
        isNull(consents.withdrawnAt),
      ),
    );
  return new Set(rows.map((row) => row.personId));
}

const profileColumns = {
  id: people.id,
  name: people.name,
  ageBand: people.ageBand,
  locale: people.locale,
  homeCampusId: people.homeCampusId,
  visibility: profiles.visibility,
  audience: profiles.audience,
  languages: profiles.languages,
  bio: profiles.bio,
  interests: profiles.interests,
};

/** What the account page shows a person of their own account and profile. */
export async function myAccount(db: Db, personId: string) {
  const [row] = await db
    .select({ ...profileColumns, email: people.email, passwordHash: people.passwordHash, createdAt: people.createdAt })
    .from(people)
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .where(and(eq(people.id, personId), isNull(people.erasedAt)));
  if (!row) return null;
  const { passwordHash, ...account } = row;
  return { ...account, hasPassword: passwordHash !== null };
}

/** A condition that the person holds a role on the campus at `now`. */
function isOfCampus(db: Db, campusId: string, now: Date): SQL {
  const grants = db
    .select({ one: sql`1` })
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, people.id), eq(roleGrants.scopeKind, "campus"), eq(roleGrants.scopeId, campusId), inForce(now)));
  return exists(grants);
}

/** A condition that the profile is open to the actor: opened to everybody (adults), to a campus both belong to, their own, or their organiser's. */
function isOpenTo(db: Db, actor: Actor, now: Date): SQL | undefined {
  if (hasRole(actor, "admin")) return undefined;
  const campuses = [...new Set(actor.roles.filter((grant) => grant.scopeKind === "campus").map((grant) => grant.scopeId))];
  const led = campuses.filter((campusId) => hasRole(actor, "organiser", campusId));
  const anyOf = (ids: readonly string[]): SQL[] => ids.map((campusId) => isOfCampus(db, campusId, now));
  const sameCampus = anyOf(campuses);
  return or(
    eq(profiles.visibility, "public"),
    actor.personId === null ? undefined : eq(people.id, actor.personId),
    sameCampus.length > 0 ? and(eq(profiles.visibility, "campus"), or(...sameCampus)) : undefined,
    ...anyOf(led),
  );
}

export interface ProfileView {
  readonly id: string;
  readonly name: string;
  readonly audience: string | null;
  readonly languages: readonly string[];
  readonly bio: string;
  readonly interests: string;
}

/** Of some people those whose profile is open to the actor. One statement. */
export async function openProfiles(db: Db, actor: Actor, personIds: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  if (personIds.length === 0) return new Set();
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .innerJoin(profiles, eq(profiles.personId, people.id))
    .where(and(inArray(people.id, [...personIds]), isNull(people.erasedAt), isNull(people.suspendedAt), isOpenTo(db, actor, now)));
  return new Set(rows.map(({ id }) => id));
}

/** The profile of a person as far as it is open to the actor; null when it is not, as if there were none. */
export async function profileFor(db: Db, actor: Actor, personId: string, now: Date): Promise<ProfileView | null> {
  const [row] = await db
    .select(profileColumns)
    .from(people)
    .innerJoin(profiles, eq(profiles.personId, people.id))
    .where(and(eq(people.id, personId), isNull(people.suspendedAt), isNull(people.erasedAt), isOpenTo(db, actor, now)));
  if (!row || (actor.personId === null && isMinor(row.ageBand))) return null;
  const { id, name, audience, languages, bio, interests } = row;
  return { id, name, audience, languages, bio, interests };
}

export interface PeopleQuery {
  readonly campusId: string;
  /** Part of a name (or, for organisers, of an address); accents and capitals do not count. */
  readonly search?: string;
  /** People per page, at most 100. */
  readonly limit?: number;
  /** The last row of the page before. */
  readonly after?: { readonly nameKey: string; readonly id: string };
}

/**
 * People of a campus by name: for its organisers and admins everybody, with address, roles and state; for others
 * of the campus those whose profile is open to them. Empty for visitors and other campuses. Two statements a page.
 */
export async function peopleOfCampus(db: Db, actor: Actor, query: PeopleQuery, now: Date) {
  const { campusId, search, after } = query;
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 100);
  const leads = hasRole(actor, "organiser", campusId);
  if (!leads && !actor.roles.some((grant) => grant.scopeKind === "campus" && grant.scopeId === campusId))
    return { people: [], more: false };
  const rows = await db
    .select({ ...profileColumns, nameKey: people.nameKey, email: people.email, suspendedAt: people.suspendedAt })
    .from(people)
    .innerJoin(profiles, eq(profiles.personId, people.id))
    .where(
      and(
        isNull(people.erasedAt),
        isOfCampus(db, campusId, now),
        leads ? undefined : and(isNull(people.suspendedAt), isOpenTo(db, actor, now)),
        matches(search, leads),
        after ? or(gt(people.nameKey, after.nameKey), and(eq(people.nameKey, after.nameKey), gt(people.id, after.id))) : undefined,
      ),
    )
    .orderBy(asc(people.nameKey), asc(people.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const roles = await rolesOnCampus(
    db,
    page.map((row) => row.id),
    campusId,
    now,
  );
  return {
    more: rows.length > limit,
    people: page.map(({ email, suspendedAt, ageBand, ...row }) => ({
      ...row,
      roles: roles.get(row.id) ?? [],
      // Address, age and state are for those who run the campus only.
      staff: leads ? { email, suspendedAt, ageBand } : null,
    })),
  };
}

function matches(search: string | undefined, leads: boolean): SQL | undefined {
  const words = fold(search ?? "");
  if (words === "") return undefined;
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  const byName = sql`${people.nameKey} like ${pattern} escape '\\'`;
  return leads ? or(byName, sql`${people.emailKey} like ${pattern} escape '\\'`) : byName;
}

async function rolesOnCampus(db: Db, personIds: string[], campusId: string, now: Date): Promise<ReadonlyMap<string, string[]>> {
  const roles = new Map<string, string[]>();
  const rows = await db
    .select({ personId: roleGrants.personId, role: roleGrants.role })
    .from(roleGrants)
    .where(and(inArray(roleGrants.personId, personIds.length > 0 ? personIds : [""]), eq(roleGrants.scopeId, campusId), inForce(now)))
    .orderBy(asc(roleGrants.from), asc(roleGrants.id));
  for (const { personId, role } of rows) roles.set(personId, [...(roles.get(personId) ?? []), role]);
  return roles;
}

/** People who hold a role within a scope at `now`, by name: coaches of a campus, jurors of an edition. */
export async function holdersOf(
  db: Db,
  role: RoleGrant["role"],
  scopeId: string,
  now: Date,
): Promise<{ id: string; name: string; locale: string }[]> {
  return db
    .select({ id: people.id, name: people.name, locale: people.locale })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(eq(roleGrants.role, role), eq(roleGrants.scopeId, scopeId), inForce(now), isNull(people.suspendedAt), isNull(people.erasedAt)),
    )
    .orderBy(asc(people.nameKey), asc(people.id));
}
