import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { campuses, organisations } from "#db/schema/campus";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { interests, suggestions } from "#db/schema/matching";
import { blockedWith } from "../identity/blocks";
import { isId, keyList, openTo } from "../ideas/visible";
import type { Locale } from "../kernel/actor";
import { DomainError } from "../kernel/errors";
import { wordRows } from "./load-sides";
import type { InterestState, Reason } from "./match";
import { actsAsCoach } from "./policy";
import type { MatchView } from "./queries";
import { turned } from "./reasons";
import type { ShownIdea, ShownReason } from "./shown";
import { isLifted, shownIdea, shownReasons } from "./shown";
import type { Taxonomy } from "./taxonomy";
import { taxonomyOf } from "./taxonomy";

/** One of the actor's own ideas, as a line names it. */
export interface OwnIdea {
  readonly id: string;
  readonly title: string;
  readonly lang: Locale;
}
/** A person or organisation that was asked, by name. */
export interface AskedParty {
  readonly kind: "person" | "organisation";
  readonly name: string;
}
export interface InterestLine {
  readonly id: string;
  /** `in`: somebody waits for the actor; `out`: the actor's team waits, or both said yes to what it asked; `confirm`: a coach waits for the team. */
  readonly way: "in" | "out" | "confirm";
  readonly state: InterestState;
  /** The actor's idea; null when they were asked by themselves. */
  readonly own: OwnIdea | null;
  /** The other idea; null when a person or organisation was asked. */
  readonly other: ShownIdea | null;
  readonly party: AskedParty | null;
  readonly createdAt: Date;
  readonly dueAt: Date;
}
export interface Interests {
  readonly waitingForMe: readonly InterestLine[];
  readonly waitingForThem: readonly InterestLine[];
  readonly together: readonly InterestLine[];
}

const LINES_MAX = 100;
const WAITING: readonly InterestState[] = ["open", "proposed"];

/**
 * What waits for an answer of the actor, for what they wait, and with whom they are in contact. Five statements, whatever the
 * number; nothing for a visitor. Who they want nothing of does not stand in what waits for them.
 */
export async function interestsFor(view: MatchView): Promise<Interests> {
  const me = view.actor.personId;
  if (me === null) return { waitingForMe: [], waitingForThem: [], together: [] };
  const { organisationIds } = view.actor;
  const inTeam = (ideaId: typeof interests.fromIdeaId | typeof interests.toId) =>
    sql`exists (select 1 from ${ideaMembers} m where m.idea_id = ${ideaId} and m.person_id = ${me} and m.until_at is null)`;
  const rows = await view.db
    .select()
    .from(interests)
    .where(
      and(
        or(
          inTeam(interests.fromIdeaId),
          and(eq(interests.toKind, "idea"), inTeam(interests.toId)),
          and(eq(interests.toKind, "person"), eq(interests.toId, me)),
          and(eq(interests.toKind, "organisation"), inArray(interests.toId, [...organisationIds, ""])),
        ),
        or(eq(interests.state, "accepted"), and(inArray(interests.state, [...WAITING]), gt(interests.dueAt, view.now))),
      ),
    )
    .orderBy(desc(interests.createdAt), desc(interests.id))
    .limit(LINES_MAX);
  const around = await aroundOf(view, rows.flatMap(ideasOf));
  const parties = await partiesOf(view, rows);
  const apart = await blockedWith(view.db, me);
  const lines = rows.flatMap((interest) => lineOf(interest, { view, around, parties }) ?? []);
  const from = new Map(rows.map(({ id, byPersonId }) => [id, byPersonId]));
  const mine = (line: InterestLine): boolean => line.way !== "out" && !apart.has(from.get(line.id) ?? "");
  return {
    waitingForMe: lines.filter((line) => WAITING.includes(line.state) && mine(line)),
    waitingForThem: lines.filter(({ state, way }) => state === "open" && way === "out"),
    together: lines.filter(({ state }) => state === "accepted"),
  };
}

type InterestRow = typeof interests.$inferSelect;
const ideasOf = ({ fromIdeaId, toKind, toId }: InterestRow): string[] => (toKind === "idea" ? [fromIdeaId, toId] : [fromIdeaId]);

interface LineContext {
  readonly view: MatchView;
  readonly around: Around;
  readonly parties: ReadonlyMap<string, AskedParty>;
}

function lineOf(interest: InterestRow, { view, around, parties }: LineContext): InterestLine | null {
  const { id, state, createdAt, dueAt, toKind } = interest;
  const from = around.ideas.get(interest.fromIdeaId);
  const to = toKind === "idea" ? around.ideas.get(interest.toId) : undefined;
  if (!from || from.idea.status !== "active" || (to && to.idea.status !== "active")) return null;
  const asked = toKind === "idea" ? (to?.member ?? false) : !from.member;
  // Who is to be asked does not know of it before the asking team agreed.
  if (asked && state === "proposed") return null;
  const way = asked ? "in" : state === "proposed" ? "confirm" : "out";
  const own = asked ? to : from;
  const other = asked ? from : to;
  return {
    id,
    way,
    state,
    own: own ? { id: own.idea.id, title: own.idea.title, lang: own.idea.lang } : null,
    other: other ? sideShown(other, state, around, view) : null,
    party: asked ? null : (parties.get(interest.toId) ?? null),
    createdAt,
    dueAt,
  };
}

/** People and organisations that were asked, by id; one statement a kind. */
async function partiesOf({ db }: MatchView, rows: readonly InterestRow[]): Promise<ReadonlyMap<string, AskedParty>> {
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

export interface InterestPage {
  readonly id: string;
  readonly state: InterestState;
  /** For whom the actor reads it: who asked, who was asked, or as a coach. */
  readonly side: "from" | "to" | "coach";
  /** Message and answer; empty when they were hidden from this reader. */
  readonly message: string;
  readonly lang: Locale;
  readonly answerReason: string;
  readonly hidden: boolean;
  /** A coach proposed it in the name of the asking team. */
  readonly byCoach: boolean;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly zone: string;
  /** From the actor's side; for a coach, `own` is the idea that was asked. Null for a person or organisation. */
  readonly own: ShownIdea | null;
  readonly ownId: string | null;
  readonly other: ShownIdea | null;
  readonly party: AskedParty | null;
  /** Names of the other team, once both said yes. */
  readonly names: readonly string[];
  readonly reasons: readonly ShownReason[];
  readonly rights: {
    readonly answer: boolean;
    readonly withdraw: boolean;
    readonly end: boolean;
    readonly confirm: boolean;
    readonly block: boolean;
    readonly report: boolean;
  };
}

/** An interest, for both sides and for coaches of either campus. Refuses with "not_found" for everybody else, and for who is to be asked before the asking team agreed. */
export async function interestPage(view: MatchView, interestId: string): Promise<InterestPage> {
  if (!isId(interestId) || view.actor.personId === null) throw new DomainError("not_found");
  const [row] = await view.db.select().from(interests).where(eq(interests.id, interestId));
  if (!row) throw new DomainError("not_found");
  const around = await aroundOf(view, ideasOf(row));
  const from = around.ideas.get(row.fromIdeaId);
  const to = row.toKind === "idea" ? around.ideas.get(row.toId) : undefined;
  if (!from || (row.toKind === "idea" && !to)) throw new DomainError("not_found");
  const side = readerOf(view, row, from, to);
  const [own, other] = side === "from" ? [from, to] : [to, from];
  const state = WAITING.includes(row.state) && row.dueAt <= view.now ? "expired" : row.state;
  const party = (await partiesOf(view, [row])).get(row.toId) ?? null;
  const readable = row.hiddenAt === null || side === "coach";
  const shownTo: InterestState = side === "coach" ? "open" : state;
  const inside = side !== "coach";
  return {
    id: row.id,
    state,
    side,
    message: readable ? row.message : "",
    lang: row.lang,
    answerReason: readable ? row.answerReason : "",
    hidden: row.hiddenAt !== null,
    byCoach: row.proposedBy !== null,
    createdAt: row.createdAt,
    dueAt: row.dueAt,
    zone: (own ?? from).zone,
    own: own ? (inside ? shownIdea(own.idea, true, around.taxonomy, view.actor.locale) : sideShown(own, "open", around, view)) : null,
    ownId: inside && own ? own.idea.id : null,
    other: other ? sideShown(other, shownTo, around, view) : null,
    party: side === "to" ? null : party,
    names: state === "accepted" && inside && other ? await namesOf(view, other.idea.id) : [],
    reasons: inside && own && other ? await reasonsFor(view, own, other, around, state) : [],
    rights: rightsOf({ ...row, state }, side, (own ?? from).idea.status === "active"),
  };
}

/** As whom the actor reads an interest. Refuses with "not_found" for who has nothing to do with it. */
function readerOf(view: MatchView, row: InterestRow, from: Present, to: Present | undefined): InterestPage["side"] {
  const { actor } = view;
  const asked =
    to?.member ??
    (row.toKind === "person" ? row.toId === actor.personId : row.toKind === "organisation" && actor.organisationIds.includes(row.toId));
  const proposed = row.state === "proposed" || (row.proposedBy !== null && row.confirmedBy === null);
  if (asked && !proposed) return "to";
  if (from.member) return "from";
  const read = proposed ? [from] : [from, ...(to ? [to] : [])];
  if (read.some(({ idea }) => actsAsCoach(actor, idea.homeCampusId))) return "coach";
  throw new DomainError("not_found");
}

function rightsOf(
  row: Pick<InterestRow, "state" | "message" | "hiddenAt">,
  side: InterestPage["side"],
  active: boolean,
): InterestPage["rights"] {
  const { state } = row;
  return {
    answer: state === "open" && side === "to" && active,
    withdraw: state === "open" && side === "from" && active,
    end: state === "accepted" && side !== "coach" && active,
    confirm: state === "proposed" && side === "from" && active,
    block: side === "to",
    report: side === "to" && row.message !== "" && row.hiddenAt === null,
  };
}

interface Present {
  readonly idea: typeof ideas.$inferSelect;
  readonly zone: string;
  readonly seen: boolean;
  readonly member: boolean;
}
interface Around {
  readonly ideas: ReadonlyMap<string, Present>;
  readonly taxonomy: Taxonomy;
}

async function aroundOf(view: MatchView, ids: readonly string[]): Promise<Around> {
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
function sideShown({ idea, seen }: Present, state: InterestState, { taxonomy }: Around, { actor }: MatchView): ShownIdea {
  const lifted = isLifted(idea.matchConsent, seen, state === "accepted");
  return shownIdea(idea, lifted, taxonomy, actor.locale);
}

async function namesOf({ db }: MatchView, ideaId: string): Promise<string[]> {
  const rows = await db
    .select({ name: people.name })
    .from(ideaMembers)
    .innerJoin(people, eq(people.id, ideaMembers.personId))
    .where(and(eq(ideaMembers.ideaId, ideaId), isNull(ideaMembers.until), isNull(people.erasedAt)))
    .orderBy(asc(ideaMembers.from), asc(ideaMembers.id));
  return rows.map(({ name }) => name);
}

/** Why the two were suggested to each other, from the reader's side; empty when that is not known any more. */
async function reasonsFor(view: MatchView, own: Present, other: Present, around: Around, state: InterestState): Promise<ShownReason[]> {
  const pair = (a: Present, b: Present) =>
    and(eq(suggestions.ideaId, a.idea.id), eq(suggestions.subjectKind, "idea"), eq(suggestions.subjectId, b.idea.id));
  const rows = await view.db
    .select({ ideaId: suggestions.ideaId, reasons: suggestions.reasons })
    .from(suggestions)
    .where(or(pair(own, other), pair(other, own)));
  const ours = rows.find(({ ideaId }) => ideaId === own.idea.id)?.reasons;
  const reasons: readonly Reason[] = ours ?? turned(rows[0]?.reasons ?? []);
  if (reasons.length === 0) return [];
  const words = await wordRows(view.db, [own.idea.id, other.idea.id]);
  return shownReasons(reasons, {
    ourWords: words.filter(({ ownerId }) => ownerId === own.idea.id),
    theirWords: words.filter(({ ownerId }) => ownerId === other.idea.id),
    theirs: other.idea,
    lifted: sideShown(other, state, around, view).open !== null,
    taxonomy: around.taxonomy,
    locale: view.actor.locale,
    mayConfirm: false,
  });
}
