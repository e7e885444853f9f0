import { and, eq, gt, isNull } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { ideas, teamInvitations } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import type { Locale } from "../kernel/actor";
import type { Db } from "../kernel/store";
import { personByEmail } from "./accounts";

/** Where a mail to a person goes; null when they may get none: suspended, erased or unknown. */
export async function recipient(db: Db, personId: string): Promise<{ to: string; locale: Locale; name: string } | null> {
  const [person] = await db
    .select({ to: people.email, locale: people.locale, name: people.name })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.suspendedAt), isNull(people.erasedAt)));
  return person ?? null;
}

/** The same with the clock of the person's campus, for mails that tell a moment. */
export async function accessMail(
  db: Db,
  personId: string,
): Promise<{ to: string; locale: Locale; name: string; zone: string | null } | null> {
  const [person] = await db
    .select({ to: people.email, locale: people.locale, name: people.name, zone: campuses.zone })
    .from(people)
    .leftJoin(campuses, eq(campuses.id, people.homeCampusId))
    .where(and(eq(people.id, personId), isNull(people.suspendedAt), isNull(people.erasedAt)));
  return person ?? null;
}

export interface TeamInvitationMail {
  readonly to: string;
  /** Language of the account of the address; null when it has none. */
  readonly locale: Locale | null;
  readonly name: string;
  readonly inviter: string;
  readonly title: string;
  readonly dueAt: Date;
  readonly zone: string;
}

/** What the mail of a team invitation tells; null when it is answered or past its date, the idea is not active, or either person is suspended. */
export async function teamInvitationMail(db: Db, invitationId: string, now: Date): Promise<TeamInvitationMail | null> {
  const [row] = await db
    .select({ email: teamInvitations.email, inviter: people.name, title: ideas.title, dueAt: teamInvitations.dueAt, zone: campuses.zone })
    .from(teamInvitations)
    .innerJoin(ideas, eq(ideas.id, teamInvitations.ideaId))
    .innerJoin(campuses, eq(campuses.id, ideas.homeCampusId))
    .innerJoin(people, eq(people.id, teamInvitations.invitedBy))
    .where(
      and(
        eq(teamInvitations.id, invitationId),
        eq(teamInvitations.state, "open"),
        gt(teamInvitations.dueAt, now),
        eq(ideas.status, "active"),
        isNull(ideas.hiddenAt),
        isNull(people.suspendedAt),
        isNull(people.erasedAt),
      ),
    );
  if (!row) return null;
  const { email, ...told } = row;
  const invited = await personByEmail(db, email);
  if (invited?.suspendedAt) return null;
  return { ...told, to: invited?.email ?? email, locale: invited?.locale ?? null, name: invited?.name ?? "" };
}
