import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, max, ne, or, sql } from "drizzle-orm";
import { coachRelations } from "#db/schema/allotment";
import { coachCapacity, coachingSessions } from "#db/schema/coaching";
import { ideas } from "#db/schema/ideas";
import { people, profiles, roleGrants, sessions } from "#db/schema/identity";
import { interests } from "#db/schema/matching";
import type { Locale } from "../kernel/actor";
import type { Db } from "../kernel/store";
import { after, days } from "../kernel/time";
import type { Burden } from "./load";
import { median } from "./load";
import { grouped } from "./load-sides";
import { INTEREST_OPEN } from "./match";
import { CAPACITY_USUAL } from "./party";

const CARRIED_FOR = days(60);
const ANSWERS_FROM = days(180);

/** A coach or expert of a campus, and what they carry. */
export interface Helper {
  readonly personId: string;
  readonly lang: Locale;
  readonly langs: readonly Locale[];
  readonly burden: Burden;
}

/** Coaches and experts of a campus, with their languages and how much they have to do. Four statements. */
export async function helpersOf(db: Db, campusId: string, now: Date): Promise<Helper[]> {
  const rows = await db
    .selectDistinct({ personId: people.id, lang: people.locale, langs: profiles.languages, most: coachCapacity.ideas })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .leftJoin(coachCapacity, eq(coachCapacity.coachId, people.id))
    .where(
      and(
        eq(roleGrants.scopeId, campusId),
        inArray(roleGrants.role, ["coach", "expert"]),
        lte(roleGrants.from, now),
        or(isNull(roleGrants.until), gt(roleGrants.until, now)),
        isNull(people.suspendedAt),
        isNull(people.erasedAt),
      ),
    );
  const ids = rows.map(({ personId }) => personId);
  if (ids.length === 0) return [];
  const carried = await ideasCarried(db, ids, now);
  const answers = await answersOf(db, ids, now);
  const signedIn = await lastSignIn(db, ids);
  return rows.map(({ personId, lang, langs, most }) => {
    const given = answers.get(personId) ?? [];
    const seen = Math.max(signedIn.get(personId)?.getTime() ?? 0, ...given.map(({ answeredAt }) => answeredAt?.getTime() ?? 0));
    return {
      personId,
      lang,
      langs: [...new Set([lang, ...(langs ?? [])])],
      burden: {
        carried: carried.get(personId) ?? 0,
        most: most ?? CAPACITY_USUAL,
        answersIn: median(
          given.map(({ createdAt, answeredAt }) => (answeredAt ? answeredAt.getTime() - createdAt.getTime() : INTEREST_OPEN)),
        ),
        quietFor: seen === 0 ? null : now.getTime() - seen,
      },
    };
  });
}

/** How many ideas each has: those they talk about lately or soon, those they are the coach of, and those whose team they said yes to. */
async function ideasCarried(db: Db, ids: string[], now: Date): Promise<ReadonlyMap<string, number>> {
  const talks = db
    .select({ personId: coachingSessions.coachId, ideaId: sql<string>`${coachingSessions.ideaId}`.as("idea_id") })
    .from(coachingSessions)
    .where(
      and(
        inArray(coachingSessions.coachId, ids),
        isNotNull(coachingSessions.ideaId),
        eq(coachingSessions.kind, "one_to_one"),
        ne(coachingSessions.state, "cancelled"),
        gt(coachingSessions.until, after(now, -CARRIED_FOR)),
      ),
    );
  const relations = db
    .select({ personId: coachRelations.coachId, ideaId: sql<string>`${coachRelations.ideaId}`.as("idea_id") })
    .from(coachRelations)
    .innerJoin(ideas, and(eq(ideas.id, coachRelations.ideaId), eq(ideas.status, "active")))
    .where(and(inArray(coachRelations.coachId, ids), isNull(coachRelations.until)));
  const agreed = db
    .select({ personId: interests.toId, ideaId: sql<string>`${interests.fromIdeaId}`.as("idea_id") })
    .from(interests)
    .where(and(eq(interests.toKind, "person"), inArray(interests.toId, ids), eq(interests.state, "accepted")));
  const carried = new Map<string, number>();
  // A union counts what stands in several once.
  for (const { personId } of await talks.union(relations).union(agreed)) carried.set(personId, (carried.get(personId) ?? 0) + 1);
  return carried;
}

/** What each was asked lately and answered, or let pass. */
async function answersOf(db: Db, ids: string[], now: Date) {
  const rows = await db
    .select({ personId: interests.toId, createdAt: interests.createdAt, answeredAt: interests.answeredAt })
    .from(interests)
    .where(
      and(
        eq(interests.toKind, "person"),
        inArray(interests.toId, ids),
        inArray(interests.state, ["accepted", "declined", "expired"]),
        gt(interests.createdAt, after(now, -ANSWERS_FROM)),
      ),
    )
    .orderBy(desc(interests.createdAt));
  return grouped(rows, (row) => row.personId);
}

async function lastSignIn(db: Db, ids: string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await db
    .select({ personId: sessions.personId, at: max(sessions.createdAt) })
    .from(sessions)
    .where(inArray(sessions.personId, ids))
    .groupBy(sessions.personId);
  return new Map(rows.flatMap(({ personId, at }) => (at ? [[personId, at] as const] : [])));
}
