import { and, asc, eq, gt, isNull, lte } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { invites, people } from "#db/schema/identity";
import type { Role, ScopeKind } from "../kernel/actor";
import type { Db } from "../kernel/store";
import { after, days } from "../kernel/time";

export type Invite = typeof invites.$inferSelect;

/** The part of a query that keeps invites still waiting for an answer; one past its date is over whether or not a job ran. */
export function isOpenInvite(now: Date) {
  return and(isNull(invites.acceptedAt), isNull(invites.withdrawnAt), gt(invites.dueAt, now));
}

/** An open invite by id; null when it is answered, withdrawn or past its date. */
export async function openInvite(db: Db, inviteId: string, now: Date): Promise<Invite | null> {
  const [invite] = await db
    .select()
    .from(invites)
    .where(and(eq(invites.id, inviteId), isOpenInvite(now)));
  return invite ?? null;
}

/** An invite as shown to whoever got it or sent it. `campus` is the name of the campus it is for, when it is for one. */
export interface InviteView {
  readonly id: string;
  readonly email: string;
  /** How whoever invited calls them, when they said. */
  readonly name: string | null;
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string;
  readonly campus: string | null;
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly dueAt: Date;
}

function views(db: Db) {
  return db
    .select({
      id: invites.id,
      email: invites.email,
      name: invites.name,
      role: invites.role,
      scopeKind: invites.scopeKind,
      scopeId: invites.scopeId,
      campus: campuses.name,
      invitedBy: people.name,
      createdAt: invites.createdAt,
      dueAt: invites.dueAt,
    })
    .from(invites)
    .innerJoin(people, eq(people.id, invites.invitedBy))
    .leftJoin(campuses, eq(campuses.id, invites.scopeId))
    .$dynamic();
}

/** One open invite with the names to show; null when it is no longer open. */
export async function inviteView(db: Db, inviteId: string, now: Date): Promise<InviteView | null> {
  const [invite] = await views(db).where(and(eq(invites.id, inviteId), isOpenInvite(now)));
  return invite ?? null;
}

/** Open invites to the address of a person, first due first. */
export async function invitesFor(db: Db, personId: string, now: Date): Promise<InviteView[]> {
  const [person] = await db.select({ emailKey: people.emailKey }).from(people).where(eq(people.id, personId));
  if (!person) return [];
  return views(db)
    .where(and(eq(invites.emailKey, person.emailKey), isOpenInvite(now)))
    .orderBy(asc(invites.dueAt), asc(invites.id));
}

/** Open invites of a scope that were sent one by one, first due first; for those who may give its roles. */
export async function invitesOfScope(db: Db, scopeId: string, now: Date): Promise<InviteView[]> {
  return views(db)
    .where(and(eq(invites.scopeId, scopeId), isNull(invites.listId), isOpenInvite(now)))
    .orderBy(asc(invites.dueAt), asc(invites.id));
}

/** Open invites that end within three days and are older than that: whoever got them is reminded once. */
export async function invitesToRemind(db: Db, now: Date): Promise<Invite[]> {
  const notice = days(3);
  return db
    .select()
    .from(invites)
    .where(and(isOpenInvite(now), lte(invites.dueAt, after(now, notice)), lte(invites.createdAt, after(now, -notice))))
    .orderBy(asc(invites.dueAt), asc(invites.id));
}
