import type { SQL } from "drizzle-orm";
import { and, desc, eq, isNull, or, sql } from "drizzle-orm";
import { notificationPreferences, notifications } from "#db/schema/across";
import { ideaAudience, ideaMembers, ideas } from "#db/schema/ideas";
import { campuses } from "#db/schema/campus";
import { people, profiles } from "#db/schema/identity";
import type { ShownPerson } from "../identity/names";
import { shownPerson } from "../identity/names";
import type { Actor, Locale, Person, Role } from "../kernel/actor";
import { prepared } from "../kernel/prepared";
import type { Db } from "../kernel/store";
import { goesByMail, isMailable, noticeKind, NOTICE_KINDS } from "./notice";
import type { NoticeKind, NoticeSubject } from "./notice";
import { pathOf } from "./notice";
import { subjectsOf } from "./subjects";

/** Where to read, and for whom. */
export interface NoticeView {
  readonly db: Db;
  readonly actor: Person;
}

export const NOTICES_SHOWN = 50;

/** One notice as its person reads it. */
export interface ShownNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly at: Date;
  readonly readAt: Date | null;
  /** Who did it; null when the reader may not know, or when nobody did. */
  readonly by: ShownPerson | null;
  /** Title of the idea, edition, place or campus; empty when it is gone. */
  readonly title: string;
  /** Language of the title when a person wrote it. */
  readonly lang: Locale | null;
  /** The role that was given. */
  readonly role: Role | null;
  /** The moment it tells of, on the clock of its campus. */
  readonly when: { readonly at: Date; readonly zone: string } | null;
  readonly path: string;
}

/** The condition that the notice tells of no idea, or of one that holders of `keys` may see; the one place where it is asked. */
function allowed(keys: SQL): SQL | undefined {
  const seen = sql`exists (select 1 from ${ideaAudience} seen where seen.idea_id = ${notifications.ideaId} and seen.audience in (${keys}))`;
  return or(isNull(notifications.ideaId), seen);
}

/** How many unread notices the person has, by one prepared statement; those they may not see are not counted. 0 for a visitor. */
export async function unreadCount(db: Db, actor: Actor): Promise<number> {
  if (actor.personId === null) return 0;
  const query = prepared(db, `nav.unread:${actor.keys.length}`, (on) => {
    const keys = actor.keys.map((_key, i) => sql`${sql.placeholder(`k${i}`)}`);
    return on
      .select({ n: sql`count(*)`.mapWith(Number) })
      .from(notifications)
      .where(and(eq(notifications.personId, sql.placeholder("me")), isNull(notifications.readAt), allowed(sql.join(keys, sql`, `))));
  });
  const [row] = await query.execute({ me: actor.personId, ...Object.fromEntries(actor.keys.map((key, i) => [`k${i}`, key])) });
  return row?.n ?? 0;
}

const keysOf = (actor: Person): SQL =>
  sql.join(
    actor.keys.map((key) => sql`${key}`),
    sql`, `,
  );

/** The newest notices of the person, 50 at most; the right to see what each tells of is asked anew. */
export async function noticesFor(view: NoticeView): Promise<ShownNotice[]> {
  const rows = await noticeRows(view, undefined);
  return shown(view, rows);
}

/** One notice of the person; null when it is not theirs, or when they may no longer see what it tells of. */
export async function noticeFor(view: NoticeView, noticeId: string): Promise<ShownNotice | null> {
  const rows = await noticeRows(view, eq(notifications.id, noticeId));
  return (await shown(view, rows))[0] ?? null;
}

async function noticeRows({ db, actor }: NoticeView, which: SQL | undefined) {
  return db
    .select({
      notice: notifications,
      idea: { title: ideas.title, lang: ideas.lang, campusId: ideas.homeCampusId },
      zone: campuses.zone,
      membership: ideaMembers.role,
      by: { personId: people.id, name: people.name, ageBand: people.ageBand },
      profile: profiles.visibility,
    })
    .from(notifications)
    .leftJoin(ideas, eq(ideas.id, notifications.ideaId))
    .leftJoin(campuses, eq(campuses.id, ideas.homeCampusId))
    .leftJoin(ideaMembers, and(eq(ideaMembers.ideaId, ideas.id), eq(ideaMembers.personId, actor.personId), isNull(ideaMembers.until)))
    .leftJoin(people, eq(people.id, notifications.byPersonId))
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .where(and(eq(notifications.personId, actor.personId), allowed(keysOf(actor)), which))
    .orderBy(desc(notifications.at), desc(notifications.id))
    .limit(NOTICES_SHOWN);
}
type NoticeRow = Awaited<ReturnType<typeof noticeRows>>[number];

/** Kinds whose doer is always told: they wrote to the person on purpose, as staff or as who invites. */
const OPEN_DOERS: readonly NoticeKind[] = ["team_invitation", "role_granted", "impersonated", "invitation_answered"];

async function shown({ db, actor }: NoticeView, rows: readonly NoticeRow[]): Promise<ShownNotice[]> {
  const subjects = await subjectsOf(
    db,
    actor,
    rows.map(({ notice }) => ({ kind: notice.subjectKind as NoticeSubject, id: notice.subjectId })),
  );
  return rows.flatMap(({ notice, idea, membership, by, profile, zone }): ShownNotice[] => {
    const kind = noticeKind(notice.kind);
    if (kind === null) return [];
    const subjectKind = notice.subjectKind as NoticeSubject;
    const subject = subjects.get(`${subjectKind}:${notice.subjectId}`);
    const doer = by && { ...by, profile };
    const named = idea ? shownPerson(actor, { campusId: idea.campusId, membership }, doer) : null;
    const place = { subjectKind, subjectId: notice.subjectId, ideaId: notice.ideaId, slug: subject?.slug ?? null };
    const at = subject?.at ?? null;
    return [
      {
        id: notice.id,
        kind,
        at: notice.at,
        readAt: notice.readAt,
        by: OPEN_DOERS.includes(kind) && by ? { personId: by.personId, name: by.name } : named,
        title: idea?.title ?? subject?.title ?? "",
        lang: idea?.lang ?? null,
        role: subject?.role ?? null,
        when: at === null ? null : { at, zone: subject?.zone ?? zone ?? "Europe/Brussels" },
        path: pathOf(place),
      },
    ];
  });
}

/** Which kinds the person gets by mail: those they may choose, with what holds now. */
export async function mailPreferences(db: Db, personId: string): Promise<ReadonlyMap<NoticeKind, boolean>> {
  const rows = await db.select().from(notificationPreferences).where(eq(notificationPreferences.personId, personId));
  const chosen = new Map(rows.map(({ kind, byMail }) => [kind, byMail]));
  return new Map(NOTICE_KINDS.filter(isMailable).map((kind) => [kind, goesByMail(kind, chosen.get(kind) ?? null)]));
}
