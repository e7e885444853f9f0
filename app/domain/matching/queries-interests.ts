import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { interests, suggestions } from "#db/schema/matching";
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
export interface InterestLine {
  readonly id: string;
  /** `in`: their team waits for the actor's; `out`: the actor's team waits, or both said yes to what it asked. */
  readonly way: "in" | "out";
  readonly state: InterestState;
  readonly own: OwnIdea;
  readonly other: ShownIdea;
  readonly createdAt: Date;
  readonly dueAt: Date;
}
export interface Interests {
  readonly waitingForMe: readonly InterestLine[];
  readonly waitingForThem: readonly InterestLine[];
  readonly together: readonly InterestLine[];
}

const LINES_MAX = 100;

/** What waits for an answer of the actor, for what they wait, and with whom they are in contact. Three statements, whatever the number; nothing for a visitor. */
export async function interestsFor(view: MatchView): Promise<Interests> {
  const me = view.actor.personId;
  if (me === null) return { waitingForMe: [], waitingForThem: [], together: [] };
  const rows = await view.db
    .select({ interest: interests, mine: ideaMembers.ideaId })
    .from(interests)
    .innerJoin(
      ideaMembers,
      and(or(eq(ideaMembers.ideaId, interests.fromIdeaId), eq(ideaMembers.ideaId, interests.toId)), isNull(ideaMembers.until)),
    )
    .where(
      and(
        eq(ideaMembers.personId, me),
        eq(interests.toKind, "idea"),
        or(eq(interests.state, "accepted"), and(eq(interests.state, "open"), gt(interests.dueAt, view.now))),
      ),
    )
    .orderBy(desc(interests.createdAt), desc(interests.id))
    .limit(LINES_MAX);
  const around = await aroundOf(
    view,
    rows.flatMap(({ interest }) => [interest.fromIdeaId, interest.toId]),
  );
  const lines = rows.flatMap(({ interest, mine }): InterestLine[] => {
    const way = mine === interest.toId ? "in" : "out";
    const own = around.ideas.get(mine);
    const other = around.ideas.get(way === "in" ? interest.fromIdeaId : interest.toId);
    if (!own || !other || own.idea.status !== "active" || other.idea.status !== "active") return [];
    const { id, state, createdAt, dueAt } = interest;
    const { title, lang } = own.idea;
    return [{ id, way, state, own: { id: mine, title, lang }, other: sideShown(other, state, around, view), createdAt, dueAt }];
  });
  return {
    waitingForMe: lines.filter(({ state, way }) => state === "open" && way === "in"),
    waitingForThem: lines.filter(({ state, way }) => state === "open" && way === "out"),
    together: lines.filter(({ state }) => state === "accepted"),
  };
}

export interface InterestPage {
  readonly id: string;
  readonly state: InterestState;
  /** For whom the actor reads it: who asked, who was asked, or as a coach. */
  readonly side: "from" | "to" | "coach";
  readonly message: string;
  readonly answerReason: string;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly zone: string;
  /** From the actor's side; for a coach, `own` is the idea that was asked. */
  readonly own: ShownIdea;
  readonly ownId: string | null;
  readonly other: ShownIdea;
  /** Names of the other team, once both said yes. */
  readonly names: readonly string[];
  readonly reasons: readonly ShownReason[];
  readonly rights: { readonly answer: boolean; readonly withdraw: boolean; readonly end: boolean };
}

/** An interest, for both teams and for coaches of either campus. Refuses with "not_found" for everybody else. */
export async function interestPage(view: MatchView, interestId: string): Promise<InterestPage> {
  if (!isId(interestId) || view.actor.personId === null) throw new DomainError("not_found");
  const [row] = await view.db
    .select()
    .from(interests)
    .where(and(eq(interests.id, interestId), eq(interests.toKind, "idea")));
  if (!row) throw new DomainError("not_found");
  const around = await aroundOf(view, [row.fromIdeaId, row.toId]);
  const [from, to] = [around.ideas.get(row.fromIdeaId), around.ideas.get(row.toId)];
  if (!from || !to) throw new DomainError("not_found");
  const coaching = [from, to].some(({ idea }) => actsAsCoach(view.actor, idea.homeCampusId));
  const side = to.member ? "to" : from.member ? "from" : coaching ? "coach" : null;
  if (side === null) throw new DomainError("not_found");
  const [own, other] = side === "from" ? [from, to] : [to, from];
  const over = row.state === "open" && row.dueAt <= view.now;
  const state = over ? "expired" : row.state;
  const active = own.idea.status === "active";
  return {
    id: row.id,
    state,
    side,
    message: row.message,
    answerReason: row.answerReason,
    createdAt: row.createdAt,
    dueAt: row.dueAt,
    zone: own.zone,
    own: side === "coach" ? sideShown(own, "open", around, view) : shownIdea(own.idea, true, around.taxonomy, view.actor.locale),
    ownId: side === "coach" ? null : own.idea.id,
    other: sideShown(other, side === "coach" ? "open" : state, around, view),
    names: state === "accepted" && side !== "coach" ? await namesOf(view, other.idea.id) : [],
    reasons: side === "coach" ? [] : await reasonsFor(view, own, other, around, state),
    rights: {
      answer: state === "open" && side === "to" && active,
      withdraw: state === "open" && side === "from" && active,
      end: state === "accepted" && side !== "coach" && active,
    },
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
