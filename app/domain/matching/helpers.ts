import { and, desc, eq, gt, inArray, isNull, lte, max, or } from "drizzle-orm";
import { coachCapacity } from "#db/schema/coaching";
import { people, profiles, roleGrants, sessions } from "#db/schema/identity";
import { interests } from "#db/schema/matching";
import type { Locale } from "../kernel/actor";
import type { Db } from "../kernel/store";
import { after, days } from "../kernel/time";
import type { Burden } from "./load";
import { median } from "./load";
import { grouped } from "./load-sides";
import { CAPACITY_USUAL, ideasCarried } from "./carried";
import { INTEREST_OPEN } from "./match";

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
        carried: carried.get(personId)?.size ?? 0,
        most: most ?? CAPACITY_USUAL,
        answersIn: median(
          given.map(({ createdAt, answeredAt }) => (answeredAt ? answeredAt.getTime() - createdAt.getTime() : INTEREST_OPEN)),
        ),
        quietFor: seen === 0 ? null : now.getTime() - seen,
      },
    };
  });
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
