import { and, asc, eq, gt, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { campuses, closures, openingHours, organisationMembers, organisations, terms } from "#db/schema/campus";
import { people } from "#db/schema/identity";
import type { Actor } from "../kernel/actor";
import { prepared } from "../kernel/prepared";
import type { Db } from "../kernel/store";
import type { OpenInterval, TermKind, Weekday } from "./campus";
import { livingTerms } from "./terms/merged";

export type Campus = typeof campuses.$inferSelect;
export type Term = typeof terms.$inferSelect;

/** Zone of an instance that has no campus yet. */
const ZONE_WITHOUT_CAMPUS = "Europe/Brussels";

const inOrder = (db: Db) => db.select().from(campuses).orderBy(asc(campuses.position), asc(campuses.id));

/** Every campus in the order of lists, in one prepared statement. Pages that show it rest on the tag "campuses". */
export async function allCampuses(db: Db): Promise<Campus[]> {
  return prepared(db, "campus.all", inOrder).execute();
}

/** Campuses to choose from in a form. */
export async function campusChoices(db: Db): Promise<{ id: string; slug: string; name: string; place: string }[]> {
  return (await allCampuses(db)).map(({ id, slug, name, place }) => ({ id, slug, name, place }));
}

/** The campus with this slug; null when there is none. */
export async function campusBySlug(db: Db, slug: string): Promise<Campus | null> {
  const [campus] = await db.select().from(campuses).where(eq(campuses.slug, slug));
  return campus ?? null;
}

/** The campus with this id; null when there is none. */
export async function campusById(db: Db, campusId: string): Promise<Campus | null> {
  const [campus] = await db.select().from(campuses).where(eq(campuses.id, campusId));
  return campus ?? null;
}

/** IANA zone in which times are shown to the actor: of the first campus they belong to, else of the first campus. */
export async function campusZone(db: Db, actor: Actor): Promise<string> {
  const all = await allCampuses(db);
  const own = actor.roles.find((grant) => grant.scopeKind === "campus")?.scopeId;
  return (all.find((campus) => campus.id === own) ?? all[0])?.zone ?? ZONE_WITHOUT_CAMPUS;
}

/** Weekly opening hours of a campus, by day and time of the campus. */
export async function openingHoursOf(db: Db, campusId: string): Promise<OpenInterval[]> {
  const rows = await db
    .select({ weekday: openingHours.weekday, fromMinute: openingHours.fromMinute, untilMinute: openingHours.untilMinute })
    .from(openingHours)
    .where(eq(openingHours.campusId, campusId))
    .orderBy(asc(openingHours.weekday), asc(openingHours.fromMinute));
  return rows.map((row) => ({ ...row, weekday: row.weekday as Weekday }));
}

/** Closures of a campus that touch the days from `firstDay` to `lastDay` (ISO dates, both included). */
export async function closuresOf(db: Db, campusId: string, firstDay: string, lastDay: string): Promise<(typeof closures.$inferSelect)[]> {
  return db
    .select()
    .from(closures)
    .where(and(eq(closures.campusId, campusId), lte(closures.firstDay, lastDay), gte(closures.lastDay, firstDay)))
    .orderBy(asc(closures.firstDay), asc(closures.id));
}

const termsInOrder = (db: Db) => db.select().from(terms).orderBy(asc(terms.position), asc(terms.id));

/** The rows of the taxonomy in the order of the list, merged ones too. Pages that show it rest on the tag "terms". */
export async function termRowsOf(db: Db): Promise<Term[]> {
  return prepared(db, "campus.terms", termsInOrder).execute();
}

/** The taxonomy in the order of its list: merged terms are synonyms of what they were merged into; retired ones are there. One statement. */
export async function allTerms(db: Db): Promise<Term[]> {
  return livingTerms(await termRowsOf(db));
}

/** Terms of one kind in the order of the list. */
export async function termsByKind(db: Db, kind: TermKind): Promise<Term[]> {
  return (await allTerms(db)).filter((term) => term.kind === kind);
}

/** Organisations of a campus by name. */
export async function organisationsOf(db: Db, campusId: string): Promise<(typeof organisations.$inferSelect)[]> {
  return db
    .select()
    .from(organisations)
    .where(eq(organisations.campusId, campusId))
    .orderBy(asc(organisations.name), asc(organisations.id));
}

/** Organisations by id, by name: those a person acts for. */
export async function organisationsByIds(db: Db, ids: readonly string[]): Promise<(typeof organisations.$inferSelect)[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(organisations)
    .where(inArray(organisations.id, [...ids]))
    .orderBy(asc(organisations.name), asc(organisations.id));
}

/** The organisation with this slug; null when there is none. */
export async function organisationBySlug(db: Db, slug: string): Promise<typeof organisations.$inferSelect | null> {
  const [organisation] = await db.select().from(organisations).where(eq(organisations.slug, slug));
  return organisation ?? null;
}

/** Members of an organisation at `now`, by name. For its members and who runs its campus. */
export async function membersOf(db: Db, organisationId: string, now: Date): Promise<{ personId: string; name: string; from: Date }[]> {
  return db
    .select({ personId: people.id, name: people.name, from: organisationMembers.from })
    .from(organisationMembers)
    .innerJoin(people, eq(people.id, organisationMembers.personId))
    .where(
      and(
        eq(organisationMembers.organisationId, organisationId),
        lte(organisationMembers.from, now),
        or(isNull(organisationMembers.until), gt(organisationMembers.until, now)),
        isNull(people.erasedAt),
      ),
    )
    .orderBy(asc(people.nameKey), asc(people.id));
}
