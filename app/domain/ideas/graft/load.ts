import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { ideaMembers, ideas, needs, offers } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { graftProposals, graftShares, graftSources } from "#db/schema/lineage";
import { isMinor } from "../../identity/person";
import { loadActor } from "../../identity/queries";
import type { Actor, Person } from "../../kernel/actor";
import { DomainError } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import type { MemberRole } from "../idea";
import { isOpenRung } from "../idea";
import { canModerate } from "../policy";
import type { IdeaRow } from "../visible";
import { isId, keyList, openTo } from "../visible";
import type { SourceWord } from "./graft";

export type ProposalRow = typeof graftProposals.$inferSelect;

/** One of the ideas of a proposal, with its team, words and answer. */
export interface SourceIdea {
  readonly idea: IdeaRow;
  readonly team: readonly { readonly personId: string; readonly role: MemberRole }[];
  readonly needs: readonly SourceWord[];
  readonly offers: readonly SourceWord[];
}
export interface Proposal {
  readonly row: ProposalRow;
  /** In the order of the proposal. */
  readonly sources: readonly (typeof graftSources.$inferSelect)[];
  readonly shares: ReadonlyMap<string, number>;
}

/** Ideas to be joined with all that is joined of them, in the order of `ids`; those that are missing are left out. Four statements. */
export async function loadSources(db: Db, ids: readonly string[]): Promise<SourceIdea[]> {
  const list = [...ids];
  const rows = await db.select().from(ideas).where(inArray(ideas.id, list));
  const members = await db
    .select({ ideaId: ideaMembers.ideaId, personId: ideaMembers.personId, role: ideaMembers.role })
    .from(ideaMembers)
    .where(and(inArray(ideaMembers.ideaId, list), isNull(ideaMembers.until)))
    .orderBy(asc(ideaMembers.from), asc(ideaMembers.id));
  const needRows = await wordsOf(db, needs, list);
  const offerRows = await wordsOf(db, offers, list);
  return list.flatMap((id): SourceIdea[] => {
    const idea = rows.find((row) => row.id === id);
    if (!idea) return [];
    const own = (words: SourceWord[]): SourceWord[] => words.filter(({ ideaId }) => ideaId === id);
    const team = members.filter(({ ideaId }) => ideaId === id).map(({ personId, role }) => ({ personId, role }));
    return [{ idea, team, needs: own(needRows), offers: own(offerRows) }];
  });
}

async function wordsOf(db: Db, table: typeof needs | typeof offers, ideaIds: string[]): Promise<SourceWord[]> {
  return db
    .select({
      id: table.id,
      ideaId: table.ownerId,
      kind: table.kind,
      termId: table.termId,
      words: table.words,
      lang: table.lang,
      weight: table.weight,
      state: table.state,
    })
    .from(table)
    .where(and(eq(table.ownerKind, "idea"), inArray(table.ownerId, ideaIds), isNull(table.removedAt)))
    .orderBy(asc(table.position), asc(table.id));
}

/** Tells whether this actor may see all of these ideas. */
export async function seesAll(db: Db, actor: Actor, ideaIds: readonly string[]): Promise<boolean> {
  const seen = await db
    .select({ id: ideas.id })
    .from(ideas)
    .where(and(inArray(ideas.id, [...ideaIds]), openTo(ideas.id, keyList(actor))));
  return seen.length === new Set(ideaIds).size;
}

/** Refuses with "graft_unseen" unless in each team somebody sees all the ideas: nobody is asked about what they cannot read. */
export async function demandSeenByAll(db: Db, sources: readonly SourceIdea[], now: Date): Promise<void> {
  const ids = sources.map(({ idea }) => idea.id);
  for (const { idea, team } of sources) {
    if (!(await someoneSees(db, team, ids, now))) throw new DomainError("graft_unseen", { title: idea.title });
  }
}

async function someoneSees(db: Db, team: SourceIdea["team"], ids: readonly string[], now: Date): Promise<boolean> {
  for (const { personId } of team) {
    const actor = await loadActor(db, personId, now);
    if (actor && (await seesAll(db, actor, ids))) return true;
  }
  return false;
}

/**
 * A proposal as its teams act on it, and as coaches and organisers of their campuses read along. For whoever is none of these, or cannot
 * see all its ideas, it does not exist ("not_found").
 */
export async function proposalToActOn(db: Db, person: Person, proposalId: string): Promise<Proposal> {
  if (!isId(proposalId)) throw new DomainError("not_found");
  const [row] = await db.select().from(graftProposals).where(eq(graftProposals.id, proposalId));
  if (!row) throw new DomainError("not_found");
  const proposal = await wholeProposal(db, row);
  const ids = proposal.sources.map(({ ideaId }) => ideaId);
  const [mine] = await db
    .select({ ideaId: ideaMembers.ideaId })
    .from(ideaMembers)
    .where(and(inArray(ideaMembers.ideaId, ids), eq(ideaMembers.personId, person.personId), isNull(ideaMembers.until)))
    .limit(1);
  if (!(await seesAll(db, person, ids))) throw new DomainError("not_found");
  if (mine) return proposal;
  const campuses = await db.selectDistinct({ id: ideas.homeCampusId }).from(ideas).where(inArray(ideas.id, ids));
  if (!campuses.some(({ id }) => canModerate(person, id))) throw new DomainError("not_found");
  return proposal;
}

/** The sources and shares of a proposal. Asks no rights. */
export async function wholeProposal(db: Db, row: ProposalRow): Promise<Proposal> {
  const sources = await db.select().from(graftSources).where(eq(graftSources.proposalId, row.id)).orderBy(asc(graftSources.position));
  const shares = await db
    .select({ personId: graftShares.personId, share: graftShares.share })
    .from(graftShares)
    .where(eq(graftShares.proposalId, row.id));
  return { row, sources, shares: new Map(shares.map(({ personId, share }) => [personId, share])) };
}

/**
 * Adults write to minors only where a coach reads along. Refuses with "invalid" for words (`field`) between teams of which some are adults
 * and some are not, when one of the ideas is closed to coaches.
 */
export async function refuseUnseenWords(db: Db, sources: readonly SourceIdea[], field: string, words: string): Promise<void> {
  const closed = sources.some(({ idea }) => !isOpenRung(idea.visibility) || idea.hiddenAt !== null);
  if (words === "" || !closed) return;
  const rows = await db
    .select({ ageBand: people.ageBand })
    .from(people)
    .where(inArray(people.id, everybodyIn(sources)));
  const minors = rows.filter(({ ageBand }) => isMinor(ageBand)).length;
  if (minors > 0 && minors < rows.length) throw new DomainError("invalid", { field, message: "graft.error.minors" });
}

/** Everybody in the teams of the sources, each once, in the order of the sources. */
export function everybodyIn(sources: readonly SourceIdea[]): string[] {
  return [...new Set(sources.flatMap(({ team }) => team.map(({ personId }) => personId)))];
}
