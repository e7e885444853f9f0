import { asc, count, desc, eq } from "drizzle-orm";
import { inviteLists, invites, people } from "#db/schema/identity";
import type { Actor, Locale, Role } from "../../kernel/actor";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import { givableRoles } from "../policy";

/** What became of an invitation. */
export const INVITE_STATES = ["open", "accepted", "expired", "withdrawn"] as const;
export type InviteState = (typeof INVITE_STATES)[number];

/** One person of a list. The address is empty when they were erased since. */
export interface ListedInvite {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly locale: Locale;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly acceptedAt: Date | null;
  readonly state: InviteState;
}

const mayRun = (actor: Actor, campusId: string): boolean => givableRoles(actor, { kind: "campus", id: campusId }).length > 0;

/** A list, for who may invite on its campus; "not_found" for everybody else. */
export async function listToRun(db: Db, actor: Actor, listId: string): Promise<typeof inviteLists.$inferSelect> {
  const [list] = await db.select().from(inviteLists).where(eq(inviteLists.id, listId));
  if (!list || !mayRun(actor, list.campusId)) throw new DomainError("not_found");
  return list;
}

const SHOWN = 20;

/** The latest lists of a campus in which somebody was invited, with how many and how many of them came. */
export async function listsOf(db: Db, actor: Actor, campusId: string) {
  if (!mayRun(actor, campusId)) throw new DomainError("not_found");
  return db
    .select({
      id: inviteLists.id,
      name: inviteLists.name,
      createdAt: inviteLists.createdAt,
      invitedBy: people.name,
      invited: count(),
      accepted: count(invites.acceptedAt),
    })
    .from(inviteLists)
    .innerJoin(invites, eq(invites.listId, inviteLists.id))
    .innerJoin(people, eq(people.id, inviteLists.invitedBy))
    .where(eq(inviteLists.campusId, campusId))
    .groupBy(inviteLists.id, inviteLists.name, inviteLists.createdAt, people.name)
    .orderBy(desc(inviteLists.createdAt), desc(inviteLists.id))
    .limit(SHOWN);
}

/** Everybody of a list in order of address, each with what became of the invitation. */
export async function invitesOfList(db: Db, listId: string, now: Date): Promise<ListedInvite[]> {
  const rows = await db.select().from(invites).where(eq(invites.listId, listId)).orderBy(asc(invites.emailKey), asc(invites.id));
  return rows.map(({ id, email, name, role, locale, createdAt, dueAt, acceptedAt, withdrawnAt }) => ({
    id,
    email: email.includes("@") ? email : "",
    name: name ?? "",
    role,
    locale,
    createdAt,
    dueAt,
    acceptedAt,
    state: acceptedAt ? "accepted" : withdrawnAt ? "withdrawn" : dueAt.getTime() > now.getTime() ? "open" : "expired",
  }));
}

/** Writes down that the addresses of a list were taken along as a table. Refuses with "not_found". */
export async function recordListExport(ctx: Ctx, listId: string): Promise<void> {
  await ctx.store.tx(async (tx) => {
    await listToRun(tx, ctx.actor, listId);
    await writeAudit(tx, ctx, { action: "invite_list.exported", subjectKind: "invite_list", subjectId: listId });
  });
}
