import type { SQL } from "drizzle-orm";
import { and, asc, desc, eq, exists, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { signIns } from "#db/schema/access";
import { editions } from "#db/schema/awards";
import { campuses } from "#db/schema/campus";
import { people, roleGrants } from "#db/schema/identity";
import { inForce } from "../identity/accounts";
import { secondStepOf } from "../identity/second-step/queries";
import { sessionsOf } from "../identity/session-rows";
import type { Role, ScopeKind } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import type { Db } from "../kernel/store";
import { fold } from "../kernel/text";
import { requireAdmin } from "./guard";

export const PEOPLE_PAGE = 30;
const SIGN_INS_SHOWN = 20;

/** What state an account is in. */
export type AccountState = "active" | "suspended" | "erased";

export interface PeopleAsked {
  /** Part of a name or an address. */
  readonly search: string;
  readonly role?: Role;
  readonly state?: AccountState;
  /** Id of the last person of the page before. */
  readonly after?: string;
}

/** A role somebody holds, with the name of where. */
export interface HeldRole {
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  /** Name of the campus or edition; null for the whole instance. */
  readonly place: string | null;
}

/** Finds people on all campuses, by name: one page of 30, in three statements at most. For admins. */
export async function findPeople(ctx: Pick<Ctx, "store" | "actor" | "now">, asked: PeopleAsked) {
  requireAdmin(ctx);
  const { db } = ctx.store;
  const rows = await db
    .select({ id: people.id, name: people.name, email: people.email, suspendedAt: people.suspendedAt, erasedAt: people.erasedAt })
    .from(people)
    .where(and(matching(asked.search), inState(asked.state), holding(ctx, asked.role), await behind(db, asked.after)))
    .orderBy(asc(people.nameKey), asc(people.id))
    .limit(PEOPLE_PAGE + 1);
  const page = rows.slice(0, PEOPLE_PAGE);
  const roles = await rolesOf(
    ctx,
    page.map(({ id }) => id),
  );
  return { more: rows.length > PEOPLE_PAGE, people: page.map((row) => ({ ...row, roles: roles.get(row.id) ?? [] })) };
}

function matching(search: string): SQL | undefined {
  const words = fold(search);
  if (words === "") return undefined;
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  return or(sql`${people.nameKey} like ${pattern} escape '\\'`, sql`${people.emailKey} like ${pattern} escape '\\'`);
}

function inState(state: AccountState | undefined): SQL | undefined {
  if (state === "active") return and(isNull(people.suspendedAt), isNull(people.erasedAt));
  if (state === "suspended") return and(isNotNull(people.suspendedAt), isNull(people.erasedAt));
  return state === "erased" ? isNotNull(people.erasedAt) : undefined;
}

function holding({ store, now }: Pick<Ctx, "store" | "now">, role: Role | undefined): SQL | undefined {
  if (role === undefined) return undefined;
  return exists(
    store.db
      .select({ one: sql`1` })
      .from(roleGrants)
      .where(and(eq(roleGrants.personId, people.id), eq(roleGrants.role, role), inForce(now))),
  );
}

/** The condition of the page after a person; none when they are gone. */
async function behind(db: Db, personId: string | undefined): Promise<SQL | undefined> {
  if (personId === undefined) return undefined;
  const [last] = await db.select({ nameKey: people.nameKey }).from(people).where(eq(people.id, personId));
  if (!last) return undefined;
  return or(gt(people.nameKey, last.nameKey), and(eq(people.nameKey, last.nameKey), gt(people.id, personId)));
}

async function rolesOf({ store, now }: Pick<Ctx, "store" | "now">, ids: string[]): Promise<ReadonlyMap<string, HeldRole[]>> {
  const byPerson = new Map<string, HeldRole[]>();
  if (ids.length === 0) return byPerson;
  const rows = await store.db
    .select({
      personId: roleGrants.personId,
      role: roleGrants.role,
      scopeKind: roleGrants.scopeKind,
      scopeId: roleGrants.scopeId,
      campus: campuses.name,
      edition: editions.slug,
    })
    .from(roleGrants)
    .leftJoin(campuses, eq(campuses.id, roleGrants.scopeId))
    .leftJoin(editions, eq(editions.id, roleGrants.scopeId))
    .where(and(inArray(roleGrants.personId, ids), inForce(now)))
    .orderBy(asc(roleGrants.from), asc(roleGrants.id));
  for (const { personId, campus, edition, ...role } of rows) {
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), { ...role, place: campus ?? edition }]);
  }
  return byPerson;
}

/** One person as admins see them: roles, open sessions, the second step and the last times they came in. Null when there is none. */
export async function personForAdmin(ctx: Pick<Ctx, "store" | "actor" | "now">, personId: string) {
  requireAdmin(ctx);
  const { db } = ctx.store;
  const [person] = await db
    .select({
      id: people.id,
      name: people.name,
      email: people.email,
      ageBand: people.ageBand,
      locale: people.locale,
      createdAt: people.createdAt,
      suspendedAt: people.suspendedAt,
      suspendedReason: people.suspendedReason,
      erasedAt: people.erasedAt,
    })
    .from(people)
    .where(eq(people.id, personId));
  if (!person) return null;
  const roles = (await rolesOf(ctx, [personId])).get(personId) ?? [];
  const cameIn = await db
    .select({ id: signIns.id, at: signIns.at, method: signIns.method, outcome: signIns.outcome, network: signIns.network })
    .from(signIns)
    .where(eq(signIns.personId, personId))
    .orderBy(desc(signIns.at), desc(signIns.id))
    .limit(SIGN_INS_SHOWN);
  return {
    ...person,
    roles,
    sessions: (await sessionsOf(db, personId, ctx.now)).length,
    secondStep: await secondStepOf(db, personId),
    signIns: cameIn,
  };
}
