import type { SQL } from "drizzle-orm";
import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, ne, notExists, or, sql } from "drizzle-orm";
import { coachRelations } from "#db/schema/allotment";
import { coachingSessions } from "#db/schema/coaching";
import { ideas } from "#db/schema/ideas";
import { blocks, people, profiles, roleGrants } from "#db/schema/identity";
import { interests, refusals } from "#db/schema/matching";
import type { Locale } from "../../kernel/actor";
import type { Db } from "../../kernel/store";
import type { Loaded, WordRow } from "../../matching/load-sides";
import { grouped, loadIdeas, wordRows } from "../../matching/load-sides";
import { loadsOf } from "../session-rows";
import { ALLOT_IDEAS_MAX } from "./allotment";

/** Somebody who can coach an idea of the campus. */
export interface ActingCoach {
  readonly id: string;
  readonly name: string;
  readonly lang: Locale;
  readonly langs: readonly Locale[];
  /** Empty unless their profile is opened. */
  readonly bio: string;
  readonly interests: string;
  readonly words: readonly WordRow[];
  readonly carried: readonly string[];
  readonly capacity: number;
}

/** Why two may not be brought together. Of "refused" nobody is told more: a block is nobody's business. */
export type Bar = "language" | "refused";

/** What an allotment of a campus is made of, as it stands now. */
export interface Facts {
  /** Ideas that wait, longest first. */
  readonly ideas: readonly Loaded[];
  /** Coaches by name. */
  readonly coaches: readonly ActingCoach[];
  /** Pairs that may not be, by `pairKey`. */
  readonly barred: ReadonlyMap<string, Bar>;
  /** Pairs that talked before, by `pairKey`. */
  readonly talked: ReadonlySet<string>;
}

/** Names a pair. */
export const pairKey = (ideaId: string, coachId: string): string => `${ideaId} ${coachId}`;

/** The grant of somebody who can act as coach (or expert) of a campus at a moment; joins `people`. */
const actsOn = (campusId: SQL | string, withExperts: boolean, now: Date): SQL | undefined =>
  and(
    inArray(roleGrants.role, withExperts ? ["coach", "expert"] : ["coach"]),
    eq(roleGrants.scopeKind, "campus"),
    eq(roleGrants.scopeId, campusId),
    lte(roleGrants.from, now),
    or(isNull(roleGrants.until), gt(roleGrants.until, now)),
    isNull(people.suspendedAt),
    isNull(people.erasedAt),
  );

/** The condition that no relation of the idea leads to somebody who can still coach it. */
export function uncoached(db: Db, now: Date): SQL {
  return notExists(
    db
      .select({ one: sql`1` })
      .from(coachRelations)
      .innerJoin(people, eq(people.id, coachRelations.coachId))
      .innerJoin(roleGrants, eq(roleGrants.personId, people.id))
      .where(and(eq(coachRelations.ideaId, ideas.id), isNull(coachRelations.until), actsOn(sql`${ideas.homeCampusId}`, true, now))),
  );
}

/** Ids of the ideas of a campus that wait for a coach, longest first: active, not hidden, not kept out of matching, no challenge of a company. */
export async function waitingIdeas(db: Db, campusId: string, now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: ideas.id })
    .from(ideas)
    .where(
      and(
        eq(ideas.homeCampusId, campusId),
        eq(ideas.status, "active"),
        isNull(ideas.hiddenAt),
        eq(ideas.kind, "idea"),
        ne(ideas.matchConsent, "not"),
        uncoached(db, now),
      ),
    )
    .orderBy(asc(ideas.plantedAt), asc(ideas.id))
    .limit(ALLOT_IDEAS_MAX);
  return rows.map(({ id }) => id);
}

/** How many ideas wait, and how many can coach. */
export async function sizeOf(db: Db, campusId: string, withExperts: boolean, now: Date): Promise<{ ideas: number; coaches: number }> {
  const [waiting, coaches] = [await waitingIdeas(db, campusId, now), await coachRows(db, campusId, withExperts, now)];
  return { ideas: waiting.length, coaches: coaches.length };
}

async function coachRows(db: Db, campusId: string, withExperts: boolean, now: Date) {
  return db
    .selectDistinct({
      id: people.id,
      name: people.name,
      nameKey: people.nameKey,
      lang: people.locale,
      langs: profiles.languages,
      shown: profiles.visibility,
      bio: profiles.bio,
      interests: profiles.interests,
    })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .where(actsOn(campusId, withExperts, now))
    .orderBy(asc(people.nameKey), asc(people.id));
}

/** Who can coach on a campus, by name, with what they offer and carry. */
async function actingCoaches(db: Db, campusId: string, withExperts: boolean, now: Date): Promise<ActingCoach[]> {
  const rows = await coachRows(db, campusId, withExperts, now);
  const ids = rows.map(({ id }) => id);
  const loads = await loadsOf(db, ids, now);
  const words = grouped(await wordRows(db, ids), ({ ownerId }) => ownerId);
  return rows.map(({ id, name, lang, langs, shown, bio, interests: about }) => {
    const open = shown !== null && shown !== "private";
    return {
      id,
      name,
      lang,
      langs: [...new Set([lang, ...(langs ?? [])])],
      bio: open ? (bio ?? "") : "",
      interests: open ? (about ?? "") : "",
      words: words.get(id) ?? [],
      carried: loads.get(id)?.carried ?? [],
      capacity: loads.get(id)?.capacity ?? 0,
    };
  });
}

/** Everything an allotment of a campus rests on, in a fixed number of statements. Asks no rights. */
export async function factsOf(db: Db, campusId: string, withExperts: boolean, now: Date): Promise<Facts> {
  const ids = await waitingIdeas(db, campusId, now);
  const loaded = await loadIdeas(db, ids);
  const waiting = ids.flatMap((id) => loaded.get(id) ?? []);
  const coaches = await actingCoaches(db, campusId, withExperts, now);
  const refused = await refusedPairs(db, waiting, coaches);
  const barred = new Map<string, Bar>();
  for (const { idea, team } of waiting) {
    const spoken = new Set([idea.lang, ...team.flatMap(({ langs }) => langs)]);
    for (const coach of coaches) {
      const key = pairKey(idea.id, coach.id);
      if (refused.has(key) || team.some(({ personId }) => personId === coach.id)) barred.set(key, "refused");
      else if (!coach.langs.some((lang) => spoken.has(lang))) barred.set(key, "language");
    }
  }
  return { ideas: waiting, coaches, barred, talked: await talkedPairs(db, coaches) };
}

/** Pairs of which a side said no, in whatever way: a block, "not for us", a declined question, a coaching that they ended. */
async function refusedPairs(db: Db, waiting: readonly Loaded[], coaches: readonly ActingCoach[]): Promise<Set<string>> {
  const ids = coaches.map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const said = await db
    .select({ ideaId: refusals.ideaId, coachId: refusals.subjectId })
    .from(refusals)
    .where(and(eq(refusals.subjectKind, "person"), inArray(refusals.subjectId, ids)));
  const declined = await db
    .select({ ideaId: interests.fromIdeaId, coachId: interests.toId })
    .from(interests)
    .where(and(eq(interests.toKind, "person"), eq(interests.state, "declined"), inArray(interests.toId, ids)));
  const ended = await db
    .select({ ideaId: coachRelations.ideaId, coachId: coachRelations.coachId })
    .from(coachRelations)
    .where(and(inArray(coachRelations.coachId, ids), inArray(coachRelations.endedAs, ["team", "coach"])));
  const pairs = new Set([...said, ...declined, ...ended].map(({ ideaId, coachId }) => pairKey(ideaId, coachId)));
  const apart = await db
    .select({ a: blocks.blockerId, b: blocks.blockedId })
    .from(blocks)
    .where(or(inArray(blocks.blockerId, ids), inArray(blocks.blockedId, ids)));
  const blocked = new Set(apart.flatMap(({ a, b }) => [pairKey(a, b), pairKey(b, a)]));
  for (const { idea, team } of waiting) {
    for (const id of ids) if (team.some(({ personId }) => blocked.has(pairKey(personId, id)))) pairs.add(pairKey(idea.id, id));
  }
  return pairs;
}

async function talkedPairs(db: Db, coaches: readonly ActingCoach[]): Promise<Set<string>> {
  if (coaches.length === 0) return new Set();
  const rows = await db
    .selectDistinct({ ideaId: coachingSessions.ideaId, coachId: coachingSessions.coachId })
    .from(coachingSessions)
    .where(
      and(
        eq(coachingSessions.kind, "one_to_one"),
        ne(coachingSessions.state, "cancelled"),
        isNotNull(coachingSessions.ideaId),
        inArray(
          coachingSessions.coachId,
          coaches.map(({ id }) => id),
        ),
      ),
    );
  return new Set(rows.map(({ ideaId, coachId }) => pairKey(ideaId ?? "", coachId)));
}
