import { and, asc, eq, isNull, or } from "drizzle-orm";
import { ideaMembers } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { interests, suggestions } from "#db/schema/matching";
import { isId } from "../ideas/visible";
import type { Locale } from "../kernel/actor";
import { DomainError } from "../kernel/errors";
import type { InterestRow } from "./interest";
import type { Around, AskedParty, Present } from "./interest-sides";
import { aroundOf, ideasOf, partiesOf, sideShown, WAITING } from "./interest-sides";
import { wordRows } from "./load-sides";
import type { InterestState, Reason } from "./match";
import { actsAsCoach } from "./policy";
import type { MatchView } from "./queries";
import { turned } from "./reasons";
import type { ShownIdea, ShownReason } from "./shown";
import { shownIdea, shownReasons } from "./shown";

/** An interest on a page of its own. */
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
  row: Pick<InterestRow, "state" | "message" | "answerReason" | "hiddenAt">,
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
    report: row.hiddenAt === null && ((side === "to" && row.message !== "") || (side === "from" && row.answerReason !== "")),
  };
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
