import { and, asc, eq, isNull } from "drizzle-orm";
import { juryAbsences, juryMembers, juryWishes } from "#db/schema/awards-jury";
import { entries } from "#db/schema/awards";
import { people, profiles, roleGrants } from "#db/schema/identity";
import { inForce } from "../../identity/accounts";
import type { Locale } from "../../kernel/actor";
import type { Db } from "../../kernel/store";
import { dayAt, daysBetween } from "../../scheduling/wall";
import type { Edition } from "../load";

export interface Absence {
  readonly id: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** A juror of an edition with what they bring. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly lang: Locale;
  readonly langs: readonly Locale[];
  readonly domainIds: readonly string[];
  /** How many entries they take at most, as they or the organiser said; null for no limit of their own. */
  readonly most: number | null;
  readonly absences: readonly Absence[];
  /** Days of judging that are left, and on how many of them they are away. */
  readonly daysLeft: number;
  readonly daysAway: number;
  /** What they tell of themselves; empty unless their profile is opened. */
  readonly bio: string;
  readonly interests: string;
}

/** The jurors of an edition by name, with languages, domains, room and days away; suspended and erased people are none. Two statements. */
export async function membersOf(db: Db, edition: Edition, now: Date): Promise<Member[]> {
  const rows = await db
    .selectDistinct({
      id: people.id,
      name: people.name,
      nameKey: people.nameKey,
      lang: people.locale,
      shown: profiles.visibility,
      spoken: profiles.languages,
      bio: profiles.bio,
      interests: profiles.interests,
      said: juryMembers.languages,
      domainIds: juryMembers.domainIds,
      most: juryMembers.most,
    })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .leftJoin(juryMembers, and(eq(juryMembers.personId, people.id), eq(juryMembers.editionId, edition.id)))
    .where(
      and(
        eq(roleGrants.role, "juror"),
        eq(roleGrants.scopeKind, "edition"),
        eq(roleGrants.scopeId, edition.id),
        inForce(now),
        isNull(people.erasedAt),
        isNull(people.suspendedAt),
      ),
    )
    .orderBy(asc(people.nameKey), asc(people.id));
  const away = await db
    .select()
    .from(juryAbsences)
    .where(eq(juryAbsences.editionId, edition.id))
    .orderBy(asc(juryAbsences.firstDay), asc(juryAbsences.id));
  const left = judgingDays(edition, now);
  return rows.map(({ id, name, lang, shown, spoken, said, bio, interests, domainIds, most }) => {
    const open = shown !== null && shown !== "private";
    const absences = away
      .filter(({ personId }) => personId === id)
      .map((one) => ({ id: one.id, firstDay: one.firstDay, lastDay: one.lastDay }));
    return {
      id,
      name,
      lang,
      langs: said ?? [...new Set([lang, ...(spoken ?? [])])],
      domainIds: domainIds ?? [],
      most,
      absences,
      daysLeft: left.length,
      daysAway: left.filter((day) => absences.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)).length,
      bio: open ? (bio ?? "") : "",
      interests: open ? (interests ?? "") : "",
    };
  });
}

/** The days of judging from now on, on the calendar of the campus; the present or the next round. */
function judgingDays({ phases, phase, campus }: Edition, now: Date): string[] {
  const round = phase.kind === "judging" ? phase : phases.find(({ kind, until }) => kind === "judging" && until > now);
  if (!round) return [];
  const from = round.from > now ? round.from : now;
  const last = dayAt(campus.zone, new Date(round.until.getTime() - 1));
  const first = dayAt(campus.zone, from);
  return first > last ? [] : daysBetween(first, last);
}

/** Entries that jurors had rather not score. */
export async function wishesOf(db: Db, editionId: string): Promise<{ entryId: string; jurorId: string }[]> {
  return db
    .select({ entryId: juryWishes.entryId, jurorId: juryWishes.jurorId })
    .from(juryWishes)
    .innerJoin(entries, and(eq(entries.id, juryWishes.entryId), eq(entries.editionId, editionId)));
}

/** How many entries somebody takes in the days they have: a share of `most` as large as the share of days they are there, at least 1 of any. */
export function roomIn(most: number, { daysLeft, daysAway }: Pick<Member, "daysLeft" | "daysAway">): number {
  if (daysLeft === 0 || daysAway === 0) return most;
  if (daysAway >= daysLeft || most === 0) return 0;
  return Math.max(1, Math.floor((most * (daysLeft - daysAway)) / daysLeft));
}
