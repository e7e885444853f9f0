import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { organisations } from "#db/schema/campus";
import { ideaGuests, ideaMembers, ideas, needs } from "#db/schema/ideas";
import { people, profiles, roleGrants } from "#db/schema/identity";
import { needMeetings } from "#db/schema/lineage";
import type { Locale } from "../kernel/actor";
import { prepared } from "../kernel/prepared";
import { shownPerson } from "./names";
import type { MetKind } from "./need-state";
import { canEdit } from "./policy";
import type { View } from "./visible";
import { ideaToRead, keyList, keyPlaceholders, keyValues, openTo } from "./visible";

/** A need that was met, as a reader is told. */
export interface MetNeed {
  readonly id: string;
  readonly needId: string;
  readonly words: string;
  readonly lang: Locale;
  readonly at: Date;
  /** By whom; null when nobody was named, or the reader may not know. */
  readonly by: { readonly kind: MetKind; readonly name: string; readonly path: string | null } | null;
}

/** The met needs of an idea, last met first, in one prepared statement. Refuses with "not_found". */
export async function metNeedsOf(view: View, ideaId: string): Promise<MetNeed[]> {
  const { db, actor } = view;
  const { facts } = await ideaToRead(view, ideaId);
  const query = prepared(db, `ideas.met-needs:${actor.keys.length}`, (on) =>
    on
      .select({
        id: needMeetings.id,
        needId: needs.id,
        words: needs.words,
        lang: needs.lang,
        at: needMeetings.at,
        kind: needMeetings.metKind,
        free: needMeetings.words,
        idea: { id: ideas.id, title: ideas.title },
        organisation: organisations.name,
        person: { personId: people.id, name: people.name, ageBand: people.ageBand },
        profile: profiles.visibility,
      })
      .from(needMeetings)
      .innerJoin(needs, and(eq(needs.id, needMeetings.needId), isNull(needs.removedAt)))
      .leftJoin(
        ideas,
        and(eq(needMeetings.metKind, "idea"), eq(ideas.id, needMeetings.metId), openTo(ideas.id, keyPlaceholders(actor.keys.length))),
      )
      .leftJoin(organisations, and(eq(needMeetings.metKind, "organisation"), eq(organisations.id, needMeetings.metId)))
      .leftJoin(people, and(eq(needMeetings.metKind, "person"), eq(people.id, needMeetings.metId)))
      .leftJoin(profiles, eq(profiles.personId, people.id))
      .where(and(eq(needMeetings.ideaId, sql.placeholder("idea")), isNull(needMeetings.undoneAt)))
      .orderBy(desc(needMeetings.at), desc(needMeetings.id)),
  );
  const rows = await query.execute({ idea: ideaId, ...keyValues(actor) });
  return rows.map(({ kind, free, idea, organisation, person, profile, ...row }): MetNeed => {
    const known = shownPerson(actor, facts, person && { ...person, profile });
    const named =
      kind === "idea" && idea
        ? { name: idea.title, path: `/ideas/${idea.id}` }
        : kind === "organisation" && organisation !== null
          ? { name: organisation, path: null }
          : kind === "person" && known
            ? { name: known.name, path: null }
            : kind === "words" && free !== ""
              ? { name: free, path: null }
              : null;
    return { ...row, by: named && { kind, ...named } };
  });
}

/** One who may have met a need, with the value a form sends for it. */
export interface Meeter {
  readonly value: string;
  readonly name: string;
  readonly kind: Exclude<MetKind, "words">;
}

const MEETERS_MAX = 60;

/** Who may be said to have met a need: ideas in contact, the team, coaches and experts and organisations of the campus. For the team; others get none. */
export async function meetersOf(view: View, ideaId: string): Promise<Meeter[]> {
  const { db, actor } = view;
  const { idea, facts } = await ideaToRead(view, ideaId);
  if (!canEdit(actor, facts)) return [];
  const contacts = await db
    .select({ id: ideas.id, name: ideas.title })
    .from(ideaGuests)
    .innerJoin(ideas, and(eq(ideas.id, ideaGuests.guestIdeaId), eq(ideas.status, "active"), openTo(ideas.id, keyList(actor))))
    .where(and(eq(ideaGuests.ideaId, ideaId), isNull(ideaGuests.until)))
    .orderBy(asc(ideas.title), asc(ideas.id))
    .limit(MEETERS_MAX);
  const helpers = await db
    .selectDistinct({ id: people.id, name: people.name, key: people.nameKey })
    .from(people)
    .innerJoin(roleGrants, eq(roleGrants.personId, people.id))
    .where(
      and(
        inArray(roleGrants.role, ["coach", "expert"]),
        eq(roleGrants.scopeId, idea.homeCampusId),
        isNull(people.erasedAt),
        isNull(roleGrants.until),
      ),
    )
    .orderBy(asc(people.nameKey), asc(people.id))
    .limit(MEETERS_MAX);
  const team = await db
    .select({ id: people.id, name: people.name })
    .from(ideaMembers)
    .innerJoin(people, eq(people.id, ideaMembers.personId))
    .where(and(eq(ideaMembers.ideaId, ideaId), isNull(ideaMembers.until)))
    .orderBy(asc(ideaMembers.from), asc(ideaMembers.id));
  const houses = await db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.campusId, idea.homeCampusId))
    .orderBy(asc(organisations.name), asc(organisations.id))
    .limit(MEETERS_MAX);
  const persons = new Map([...team, ...helpers].map(({ id, name }) => [id, name]));
  return [
    ...contacts.map(({ id, name }): Meeter => ({ value: `idea:${id}`, name, kind: "idea" })),
    ...[...persons].map(([id, name]): Meeter => ({ value: `person:${id}`, name, kind: "person" })),
    ...houses.map(({ id, name }): Meeter => ({ value: `organisation:${id}`, name, kind: "organisation" })),
  ];
}
