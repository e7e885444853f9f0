import type { SQL, SQLWrapper } from "drizzle-orm";
import { aliasedTable as alias, and, desc, eq, sql } from "drizzle-orm";
import { ideas } from "#db/schema/ideas";
import { interests, refusals, suggestions, vectors } from "#db/schema/matching";
import { organisations } from "#db/schema/campus";
import { people, profiles } from "#db/schema/identity";
import type { IdeaRow, View } from "../ideas/visible";
import { factsOf, ideaToActOn, isId, keyPlaceholders, keyValues, openTo } from "../ideas/visible";
import type { MemberRole } from "../ideas/idea";
import type { Actor, Locale } from "../kernel/actor";
import { DomainError, found } from "../kernel/errors";
import { prepared } from "../kernel/prepared";
import type { Db } from "../kernel/store";
import type { WordRow } from "./load-sides";
import { grouped, wordRows } from "./load-sides";
import type { SubjectKind } from "./match";
import { suggestedApart } from "./party";
import { actsAsCoach, canSeeMatches, canSpeakFor } from "./policy";
import { isStale } from "./refresh-matches";
import type { ShownDim, ShownIdea, ShownReason, Telling } from "./shown";
import { isLifted, shownDim, shownIdea, shownReasons } from "./shown";
import type { Taxonomy } from "./taxonomy";
import { taxonomyOf } from "./taxonomy";

/** Where two teams stand: nothing yet, we asked, they asked, both said yes, or an answer was no. */
export type Standing = "new" | "asked" | "asked_us" | "together" | "declined";

export interface ShownMatch {
  readonly kind: SubjectKind;
  /** Names the match in addresses; for a veiled idea nothing leads from it to the idea. */
  readonly token: string;
  readonly complementarity: number;
  readonly fit: number;
  readonly alike: boolean;
  readonly reasons: readonly ShownReason[];
  readonly standing: Standing;
  /** The interest that made the standing, for its page. */
  readonly interestId: string | null;
  readonly idea: ShownIdea | null;
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly role: "coach" | "expert";
    readonly langs: readonly Locale[];
  } | null;
  /** By its name alone: who answers for it is known after a yes. */
  readonly organisation: { readonly id: string; readonly name: string } | null;
}

/** The idea for which matches are asked, as its page knows it already. */
export type Asked = Pick<IdeaRow, "id" | "homeCampusId" | "status" | "visibility" | "hiddenAt" | "versionNo" | "matchConsent"> & {
  readonly membership: MemberRole | null;
};
export interface MatchView extends View {
  readonly now: Date;
}
export interface Matches {
  /** True when they are to be made anew before they are shown: call `refreshMatches` and ask again. */
  readonly stale: boolean;
  readonly items: readonly ShownMatch[];
}

/** How many of each list; people and organisations, who can help, are one. With a token, that one alone. */
interface Wanted {
  readonly ideas: number;
  readonly people: number;
  readonly token?: string;
}
const LIST_OF = { idea: "ideas", person: "people", organisation: "people" } as const;
const KINDS: readonly SubjectKind[] = ["idea", "person", "organisation"];
const ROWS_MAX = 60;
/** Rows read beyond those wanted: some may have been refused or closed since they were kept. */
const SPARE_ROWS = 2;

/** The best matches of an idea for a reader who may see them (null for others), ideas before people and organisations, in two statements, rarely three. */
export async function matchesFor(view: MatchView, idea: Asked, options: Wanted): Promise<Matches | null> {
  if (!canSeeMatches(view.actor, factsOf(idea, idea.membership), idea.matchConsent)) return null;
  const { head, rows: readable } = await readableRows(view, idea, options);
  const stale = isStale(head ? { modelVersion: head.modelVersion, at: head.madeAt, terms: head.stamp } : null, idea, view.now);
  const ids = readable.flatMap(({ suggestion }) => (suggestion ? [suggestion.subjectId] : []));
  const words = grouped(ids.length > 0 ? await wordRows(view.db, [idea.id, ...ids]) : [], (row) => row.ownerId);
  const taxonomy = await taxonomyOf(view.db, view.now);
  const items = readable.map((row) => shown(row, { view, idea, words, taxonomy })).filter((one) => one !== null);
  return { stale, items: items.filter(({ reasons }) => reasons.length > 0) };
}

/** The idea as `matchesFor` wants it. Refuses with "not_found" when the actor may not see it, "sign_in_needed" or "forbidden" when they may not see its matches. */
export async function askedIdea(view: View, ideaId: string): Promise<Asked & Pick<IdeaRow, "title" | "lang">> {
  const { idea, membership, facts } = await ideaToActOn(view.db, view.actor, ideaId);
  if (view.actor.personId === null) throw new DomainError("sign_in_needed");
  if (!canSeeMatches(view.actor, facts, idea.matchConsent)) throw new DomainError("forbidden");
  return { ...idea, membership };
}

export interface MatchPage extends ShownMatch {
  /** Everything the other side looks for and offers, as far as it may be read. */
  readonly needs: readonly ShownDim[];
  readonly offers: readonly ShownDim[];
  /** Whether the reader speaks for the team. */
  readonly maySpeak: boolean;
}

/** One match with all its reasons. Refuses with "not_found" for a token of nobody, of another idea, or of what may not be matched any more. */
export async function matchPage(view: MatchView, idea: Asked, kind: string, token: string): Promise<MatchPage> {
  if (!isId(token)) throw new DomainError("not_found");
  const one = (await matchesFor(view, idea, { ideas: 1, people: 1, token }))?.items[0];
  if (!one || one.kind !== kind) throw new DomainError("not_found");
  const [subject] = await view.db
    .select({ id: suggestions.subjectId })
    .from(suggestions)
    .where(and(eq(suggestions.token, token), eq(suggestions.ideaId, idea.id)));
  const words = await wordRows(view.db, [found(subject).id]);
  const taxonomy = await taxonomyOf(view.db, view.now);
  const lifted = one.kind !== "idea" || one.idea?.open !== null;
  const dims = (list: WordRow["list"]): ShownDim[] =>
    words.filter((row) => row.list === list).map((row) => shownDim(row, null, lifted, { taxonomy, locale: view.actor.locale }));
  return { ...one, needs: dims("needs"), offers: dims("offers"), maySpeak: canSpeakFor(view.actor, factsOf(idea, idea.membership)) };
}

type KeptRow = Awaited<ReturnType<typeof keptRows>>[number];

function roleOnCampus(personId: SQLWrapper, campusId: SQL): SQL<"coach" | "expert" | null> {
  return sql`(select min(role) from role_grants held where held.person_id = ${personId} and held.scope_id = ${campusId} and held.role in ('coach', 'expert') and held.until_at is null)`;
}

/** Columns of the other idea that are read; what is shown of them is decided later. */
const OTHER = {
  id: ideas.id,
  kind: ideas.kind,
  status: ideas.status,
  hiddenAt: ideas.hiddenAt,
  matchConsent: ideas.matchConsent,
  lang: ideas.lang,
  domainId: ideas.domainId,
  productionStepId: ideas.productionStepId,
  title: ideas.title,
  pitch: ideas.pitch,
  stage: ideas.stage,
  versionNo: ideas.versionNo,
  commentCount: ideas.commentCount,
  openNeedCount: ideas.openNeedCount,
};

/** The best rows that may be read, ideas first. `head` tells when they were made: a row without suggestion when there is none, undefined when nothing was kept yet. */
async function readableRows(view: View, idea: Asked, wanted: Wanted) {
  const within = async (limits: Pick<Wanted, "ideas" | "people">) => {
    const rows = await keptRows(view, idea, { ...limits, token: wanted.token });
    const kept = (kind: SubjectKind) => rows.filter(({ suggestion }) => suggestion?.subjectKind === kind);
    const best = (list: "ideas" | "people") => {
      const some = rows.filter(({ suggestion }) => suggestion !== null && LIST_OF[suggestion.subjectKind] === list);
      return some.filter((row) => mayRead(row, view.actor, idea)).slice(0, wanted[list]);
    };
    const [ideasFirst, helpers] = [best("ideas"), best("people")];
    const found = { ideas: ideasFirst.length, people: helpers.length };
    const more = KINDS.some((kind) => found[LIST_OF[kind]] < wanted[LIST_OF[kind]] && kept(kind).length === limits[LIST_OF[kind]]);
    return { head: rows[0], rows: [...ideasFirst, ...helpers], more };
  };
  const spare = (most: number): number => Math.min(most + SPARE_ROWS, ROWS_MAX);
  const first = await within({ ideas: spare(wanted.ideas), people: spare(wanted.people) });
  return first.more && wanted.token === undefined ? within({ ideas: ROWS_MAX, people: ROWS_MAX }) : first;
}

const rankOf = ({ suggestion }: { suggestion: { score: number } | null }): number => suggestion?.score ?? 0;

/** What was kept for an idea, the best first, by one prepared statement. */
async function keptRows({ db, actor }: View, idea: Asked, wanted: Wanted) {
  const { token } = wanted;
  const which = token === undefined ? `${wanted.ideas}:${wanted.people}` : "one";
  const query = prepared(db, `matching.kept:${actor.keys.length}:${which}`, (on) => keptQuery(on, actor.keys.length, wanted));
  const own = { idea: idea.id, campus: idea.homeCampusId, ...keyValues(actor) };
  const rows = await query.execute(token === undefined ? own : { ...own, token });
  // Few rows, wide ones: they are put in order here, not in the statement.
  return rows.sort((a, b) => rankOf(b) - rankOf(a) || ((a.suggestion?.subjectId ?? "") < (b.suggestion?.subjectId ?? "") ? 1 : -1));
}

/** The best rows of each kind, or the one of a token, so that what stands beside them is looked up for these alone. */
function keptParts(on: Db, own: ReturnType<typeof sql.placeholder>, wanted: Wanted) {
  if (wanted.token !== undefined)
    return on
      .select()
      .from(suggestions)
      .where(and(eq(suggestions.ideaId, own), eq(suggestions.token, sql.placeholder("token"))))
      .as("kept");
  const best = (kind: SubjectKind) => {
    const some = on
      .select()
      .from(suggestions)
      .where(and(eq(suggestions.ideaId, own), eq(suggestions.subjectKind, kind)))
      .orderBy(desc(suggestions.score), desc(suggestions.subjectId))
      .limit(wanted[LIST_OF[kind]]);
    return on.select().from(some.as(`best_${kind}`));
  };
  return best("idea").unionAll(best("person")).unionAll(best("organisation")).as("kept");
}

function keptQuery(on: Db, keys: number, wanted: Wanted) {
  const own = sql.placeholder("idea");
  const kept = keptParts(on, own, wanted);
  const [asked, asking] = [alias(interests, "asked"), alias(interests, "asking")];
  return on
    .select({
      modelVersion: vectors.modelVersion,
      madeAt: vectors.at,
      stamp: vectors.terms,
      suggestion: {
        subjectKind: kept.subjectKind,
        subjectId: kept.subjectId,
        fit: kept.fit,
        complementarity: kept.complementarity,
        score: kept.score,
        reasons: kept.reasons,
        alike: kept.alike,
        token: kept.token,
      },
      refusedAt: refusals.at,
      apart: sql`case when ${suggestedApart(sql`${own}`, kept.subjectId)} then 1 else 0 end`.mapWith(Number),
      other: OTHER,
      seen: sql`case when ${ideas.id} is not null and ${openTo(ideas.id, keyPlaceholders(keys))} then 1 else 0 end`.mapWith(Number),
      asked: { id: asked.id, state: asked.state },
      asking: { id: asking.id, state: asking.state },
      person: { id: people.id, name: people.name, locale: people.locale, suspendedAt: people.suspendedAt, erasedAt: people.erasedAt },
      langs: profiles.languages,
      role: roleOnCampus(kept.subjectId, sql`${sql.placeholder("campus")}`),
      organisation: { id: organisations.id, name: organisations.name },
    })
    .from(vectors)
    .leftJoin(kept, eq(kept.ideaId, vectors.subjectId))
    .leftJoin(
      refusals,
      and(eq(refusals.ideaId, kept.ideaId), eq(refusals.subjectKind, kept.subjectKind), eq(refusals.subjectId, kept.subjectId)),
    )
    .leftJoin(ideas, and(eq(kept.subjectKind, "idea"), eq(ideas.id, kept.subjectId)))
    .leftJoin(people, and(eq(kept.subjectKind, "person"), eq(people.id, kept.subjectId)))
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .leftJoin(organisations, and(eq(kept.subjectKind, "organisation"), eq(organisations.id, kept.subjectId)))
    .leftJoin(asked, and(eq(asked.fromIdeaId, own), eq(asked.toKind, kept.subjectKind), eq(asked.toId, kept.subjectId)))
    .leftJoin(
      asking,
      and(eq(kept.subjectKind, "idea"), eq(asking.fromIdeaId, kept.subjectId), eq(asking.toKind, "idea"), eq(asking.toId, own)),
    )
    .where(and(eq(vectors.subjectKind, "idea"), eq(vectors.subjectId, own)));
}

/** Asked at each reading, whatever was kept: is it still there, may it be matched, and did the team not refuse it. */
function mayRead({ suggestion, other, person, role, organisation, refusedAt, apart }: KeptRow, actor: Actor, idea: Asked): boolean {
  if (suggestion === null || refusedAt !== null || apart === 1) return false;
  if (suggestion.subjectKind === "organisation") return organisation !== null;
  if (suggestion.subjectKind === "person")
    return person !== null && person.erasedAt === null && person.suspendedAt === null && role !== null;
  if (other === null || other.status !== "active" || other.hiddenAt !== null || idea.matchConsent === "not") return false;
  if (other.matchConsent === "by_coach") return actsAsCoach(actor, idea.homeCampusId);
  return other.matchConsent !== "not";
}

interface Around {
  readonly view: MatchView;
  readonly idea: Asked;
  readonly words: ReadonlyMap<string, readonly WordRow[]>;
  readonly taxonomy: Taxonomy;
}

function shown(row: KeptRow, { view, idea, words, taxonomy }: Around): ShownMatch | null {
  const { suggestion, other, person, role, organisation, seen } = row;
  if (suggestion === null) return null;
  const { standing, interestId } = standingOf(row);
  const lifted = other === null || isLifted(other.matchConsent, seen === 1, standing === "together");
  const { locale } = view.actor;
  const telling: Telling = {
    ourWords: words.get(idea.id) ?? [],
    theirWords: words.get(suggestion.subjectId) ?? [],
    theirs: other,
    lifted,
    taxonomy,
    locale,
    mayConfirm: canSpeakFor(view.actor, factsOf(idea, idea.membership)),
  };
  const { subjectKind: kind, token, complementarity, fit, alike } = suggestion;
  return {
    kind,
    token,
    complementarity,
    fit,
    alike,
    reasons: shownReasons(suggestion.reasons, telling),
    standing,
    interestId,
    idea: other ? shownIdea(other, lifted, taxonomy, locale) : null,
    person: person && role ? { id: person.id, name: person.name, role, langs: [...new Set([person.locale, ...(row.langs ?? [])])] } : null,
    organisation,
  };
}

function standingOf({ asked, asking }: Pick<KeptRow, "asked" | "asking">): { standing: Standing; interestId: string | null } {
  const both = [asked, asking].find((one) => one?.state === "accepted");
  if (both) return { standing: "together", interestId: both.id };
  if (asking?.state === "open") return { standing: "asked_us", interestId: asking.id };
  if (asked?.state === "open") return { standing: "asked", interestId: asked.id };
  if (asked?.state === "declined") return { standing: "declined", interestId: asked.id };
  return { standing: "new", interestId: null };
}
