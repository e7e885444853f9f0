import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { campuses, organisations } from "#db/schema/campus";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { keyList, openTo } from "../ideas/visible";
import type { InterestRow } from "./interest";
import type { InterestState } from "./match";
import type { MatchView } from "./queries";
import type { ShownIdea } from "./shown";
import { isLifted, shownIdea } from "./shown";
import type { Taxonomy } from "./taxonomy";
import { taxonomyOf } from "./taxonomy";

/** States in which somebody waits for somebody. */
export const WAITING: readonly InterestState[] = ["open", "proposed"];

/** A person or organisation that was asked, by name. */
export interface AskedParty {
  readonly kind: "person" | "organisation";
  readonly name: string;
}

/** Ids of the ideas of an interest. */
export const ideasOf = ({ fromIdeaId, toKind, toId }: InterestRow): string[] => (toKind === "idea" ? [fromIdeaId, toId] : [fromIdeaId]);

/** People and organisations that were asked, by id; one statement a kind. */
export async function partiesOf({ db }: MatchView, rows: readonly InterestRow[]): Promise<ReadonlyMap<string, AskedParty>> {
  const ids = (kind: InterestRow["toKind"]): string[] => rows.filter(({ toKind }) => toKind === kind).map(({ toId }) => toId);
  const named = new Map<string, AskedParty>();
  const [personIds, organisationIds] = [ids("person"), ids("organisation")];
  if (personIds.length > 0) {
    const found = await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, personIds));
    for (const { id, name } of found) named.set(id, { kind: "person", name });
  }
  if (organisationIds.length > 0) {
    const which = inArray(organisations.id, organisationIds);
    const found = await db.select({ id: organisations.id, name: organisations.name }).from(organisations).where(which);
    for (const { id, name } of found) named.set(id, { kind: "organisation", name });
  }
  return named;
}

/** An idea of an interest, as far as the reader is concerned. */
export interface Present {
  readonly idea: typeof ideas.$inferSelect;
  readonly zone: string;
  readonly seen: boolean;
  readonly member: boolean;
}
export interface Around {
  readonly ideas: ReadonlyMap<string, Present>;
  readonly taxonomy: Taxonomy;
}

/** The ideas of interests with what the reader is to them. One statement besides the taxonomy. */
export async function aroundOf(view: MatchView, ids: readonly string[]): Promise<Around> {
  const taxonomy = await taxonomyOf(view.db, view.now);
  if (ids.length === 0) return { ideas: new Map(), taxonomy };
  const rows = await view.db
    .select({
      idea: ideas,
      zone: campuses.zone,
      role: ideaMembers.role,
      seen: sql`case when ${openTo(ideas.id, keyList(view.actor))} then 1 else 0 end`.mapWith(Number),
    })
    .from(ideas)
    .innerJoin(campuses, eq(campuses.id, ideas.homeCampusId))
    .leftJoin(
      ideaMembers,
      and(eq(ideaMembers.ideaId, ideas.id), eq(ideaMembers.personId, view.actor.personId ?? ""), isNull(ideaMembers.until)),
    )
    .where(inArray(ideas.id, [...new Set(ids)]));
  return {
    taxonomy,
    ideas: new Map(rows.map(({ idea, zone, role, seen }) => [idea.id, { idea, zone, seen: seen === 1, member: role !== null }])),
  };
}

/** The other idea; whoever may no longer see it after a yes gets it veiled again. */
export function sideShown({ idea, seen }: Present, state: InterestState, { taxonomy }: Around, { actor }: MatchView): ShownIdea {
  const lifted = isLifted(idea.matchConsent, seen, state === "accepted");
  return shownIdea(idea, lifted, taxonomy, actor.locale);
}
