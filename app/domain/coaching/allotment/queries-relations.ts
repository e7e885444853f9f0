import type { SQL } from "drizzle-orm";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { coachRelations } from "#db/schema/allotment";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { people, roleGrants } from "#db/schema/identity";
import type { View } from "../../ideas/visible";
import { keyPlaceholders, keyValues, openTo } from "../../ideas/visible";
import type { Actor, Locale } from "../../kernel/actor";
import { isPerson } from "../../kernel/actor";
import { DomainError } from "../../kernel/errors";
import { prepared } from "../../kernel/prepared";
import type { Db } from "../../kernel/store";
import { canSeeCoaches } from "../policy";
import { canAllot, endsAs } from "./policy";

const SHOWN = 500;

/** Who coaches an idea. */
export interface ShownRelation {
  readonly id: string;
  readonly ideaId: string;
  /** Null when the reader may not see the idea. */
  readonly title: string | null;
  readonly lang: Locale;
  readonly coach: { readonly id: string; readonly name: string };
  /** They receive people: a talk can be booked with them. */
  readonly bookable: boolean;
  readonly from: Date;
  readonly mayEnd: boolean;
}

/** Open relations of active ideas to people who still coach on the campus of the idea. */
async function relations(view: View, asked: { name: string; where: SQL; id?: string }, now: Date): Promise<ShownRelation[]> {
  const { db, actor } = view;
  const keys = actor.keys.length;
  const query = prepared(db, `coaching.relations:${asked.name}:${keys}`, (on) => relationRows(on, keys, asked.where));
  const id = asked.id === undefined ? {} : { id: asked.id };
  return shown(actor, await query.execute({ me: actor.personId ?? "", now: now.getTime(), ...id, ...keyValues(actor) }));
}

function relationRows(db: Db, keys: number, which: SQL) {
  const [me, now] = [sql.placeholder("me"), sql.placeholder("now")];
  const holds = (role: string): SQL =>
    sql`exists (select 1 from ${roleGrants} g where g.person_id = ${people.id} and g.scope_id = ${ideas.homeCampusId} and g.role in (${sql.raw(role)}) and g.from_at <= ${now} and (g.until_at is null or g.until_at > ${now}))`;
  const count = (found: SQL): SQL<number> => sql<number>`case when ${found} then 1 else 0 end`;
  return db
    .select({
      id: coachRelations.id,
      ideaId: ideas.id,
      title: ideas.title,
      lang: ideas.lang,
      campusId: ideas.homeCampusId,
      coachId: people.id,
      coachName: people.name,
      from: coachRelations.from,
      seen: count(openTo(ideas.id, keyPlaceholders(keys))),
      bookable: count(holds("'coach'")),
      mine: sql<number>`(select count(*) from ${ideaMembers} m where m.idea_id = ${ideas.id} and m.person_id = ${me} and m.until_at is null)`,
    })
    .from(coachRelations)
    .innerJoin(ideas, and(eq(ideas.id, coachRelations.ideaId), eq(ideas.status, "active")))
    .innerJoin(people, and(eq(people.id, coachRelations.coachId), isNull(people.suspendedAt), isNull(people.erasedAt)))
    .where(and(isNull(coachRelations.until), holds("'coach', 'expert'"), which))
    .orderBy(asc(people.nameKey), desc(coachRelations.from), asc(coachRelations.id))
    .limit(SHOWN);
}

type RelationRow = Awaited<ReturnType<typeof relationRows>>[number];

function shown(actor: Actor, rows: readonly RelationRow[]): ShownRelation[] {
  return rows.map(({ campusId, coachId, coachName, seen, bookable, mine, title, ...row }) => ({
    ...row,
    title: Number(seen) === 0 ? null : title,
    coach: { id: coachId, name: coachName },
    bookable: Number(bookable) > 0,
    mayEnd: endsAs(actor, { campusId, coachId, inTeam: Number(mine) > 0 }) !== null,
  }));
}

/** Who coaches what on a campus, by coach. Refuses with "not_found" for who coaches and organises nothing there. */
export async function relationsOfCampus(view: View, campusId: string, now: Date): Promise<ShownRelation[]> {
  if (!canAllot(view.actor, campusId)) throw new DomainError("not_found");
  return relations(view, { name: "campus", where: eq(ideas.homeCampusId, sql.placeholder("id")), id: campusId }, now);
}

/** The coach of an idea the reader sees, for its team and whoever may see the coaches of its campus; null for others, and without one. */
export async function coachOfIdea(
  view: View,
  idea: { readonly id: string; readonly campusId: string; readonly inTeam: boolean },
  now: Date,
): Promise<ShownRelation | null> {
  if (!isPerson(view.actor) || (!idea.inTeam && !canSeeCoaches(view.actor, idea.campusId))) return null;
  const where = eq(coachRelations.ideaId, sql.placeholder("id"));
  return (await relations(view, { name: "idea", where, id: idea.id }, now))[0] ?? null;
}

/** The coaches of the actor's ideas, and the ideas the actor coaches. */
export async function myCoaching(view: View, now: Date): Promise<{ ofMine: ShownRelation[]; byMe: ShownRelation[] }> {
  const { actor } = view;
  if (!isPerson(actor)) return { ofMine: [], byMe: [] };
  const inTeam = sql`exists (select 1 from ${ideaMembers} t where t.idea_id = ${ideas.id} and t.person_id = ${sql.placeholder("me")} and t.until_at is null)`;
  const all = await relations(view, { name: "mine", where: sql`(${coachRelations.coachId} = ${sql.placeholder("me")} or ${inTeam})` }, now);
  return { ofMine: all.filter(({ coach }) => coach.id !== actor.personId), byMe: all.filter(({ coach }) => coach.id === actor.personId) };
}
