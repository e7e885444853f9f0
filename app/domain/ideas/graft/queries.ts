import { and, asc, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { ideaGuests, ideaMembers, ideas } from "#db/schema/ideas";
import { people, profiles } from "#db/schema/identity";
import { graftProposals, graftSources } from "#db/schema/lineage";
import type { Locale, Person } from "../../kernel/actor";
import { isPerson } from "../../kernel/actor";
import { DomainError, found } from "../../kernel/errors";
import { prepared } from "../../kernel/prepared";
import type { Stage, Visibility } from "../idea";
import { VISIBILITIES } from "../idea";
import { shownPerson } from "../names";
import { canEdit } from "../policy";
import type { View } from "../visible";
import { demand, demandActive, factsOf, ideaToActOn, isId, keyList, openTo } from "../visible";
import type { GraftState, Joined, JoinedWord, SourceWord } from "./graft";
import { narrowestRung, opensWider } from "./graft";
import { evenShares, joinWords, plainMeetings } from "./join";
import type { Proposal, ProposalRow, SourceIdea } from "./load";
import { everybodyIn, loadSources, proposalToActOn } from "./load";
import { canModerateGraft, readableParts } from "./moderate-graft";
import { saysYes, toOpened } from "./propose-graft";

export interface GraftIdea {
  readonly id: string;
  readonly title: string;
  readonly pitch: string;
  readonly lang: Locale;
  readonly stage: Stage;
}
export interface GraftPerson {
  readonly personId: string;
  /** Null when the actor may not know who it is. */
  readonly name: string | null;
  readonly share: number;
  /** Titles of the ideas they come from. */
  readonly from: readonly string[];
}

/** Ideas the actor's idea may be joined with at once: those it is in contact with, and the actor's others. Not those it is proposed with already. */
export async function graftableWith(view: View, ideaId: string): Promise<GraftIdea[]> {
  const { db, actor } = view;
  const { idea, facts } = await ideaToActOn(db, actor, ideaId);
  demandActive(idea);
  demand(actor, canEdit(actor, facts));
  const columns = { id: ideas.id, title: ideas.title, pitch: ideas.pitch, lang: ideas.lang, stage: ideas.stage };
  const fit = and(eq(ideas.status, "active"), eq(ideas.kind, "idea"), isNull(ideas.hiddenAt), openTo(ideas.id, keyList(actor)));
  const contacts = await db
    .select(columns)
    .from(ideaGuests)
    .innerJoin(ideas, and(eq(ideas.id, ideaGuests.guestIdeaId), fit))
    .where(and(eq(ideaGuests.ideaId, ideaId), isNull(ideaGuests.until)))
    .orderBy(asc(ideas.title), asc(ideas.id))
    .limit(50);
  const own = await db
    .select(columns)
    .from(ideaMembers)
    .innerJoin(ideas, and(eq(ideas.id, ideaMembers.ideaId), fit))
    .where(and(eq(ideaMembers.personId, actor.personId ?? ""), isNull(ideaMembers.until)))
    .orderBy(desc(ideas.activeAt), desc(ideas.id))
    .limit(50);
  const all = new Map([...contacts, ...own].map((one) => [one.id, one]));
  all.delete(ideaId);
  return [...all.values()];
}

export interface GraftPlan {
  readonly own: GraftIdea;
  readonly others: readonly GraftIdea[];
  readonly people: readonly GraftPerson[];
  readonly visibility: Visibility;
  readonly rungs: readonly Visibility[];
  readonly description: string;
  readonly needs: Joined;
  readonly offers: Joined;
  /** Each open need with the offers of the other ideas that may meet it, and the one that plainly does. */
  readonly meetable: readonly { readonly need: SourceWord; readonly offers: readonly SourceWord[]; readonly offerId: string | null }[];
}

/** What would come of joining an idea of the actor with these. Refuses with "not_found", "forbidden" or "conflict" as proposing does. */
export async function graftPlan(view: View, ideaId: string, withIds: readonly string[]): Promise<GraftPlan> {
  const { db, actor } = view;
  const ids = [...new Set([ideaId, ...withIds])];
  for (const id of ids) {
    if (!isId(id)) throw new DomainError("not_found");
    const { idea, facts } = await ideaToActOn(db, actor, id);
    demandActive(idea);
    if (id === ideaId) demand(actor, canEdit(actor, facts));
  }
  const sources = await loadSources(db, ids);
  const shares = evenShares(sources.map(({ team }) => team.map(({ personId }) => personId)));
  const needs = sources.flatMap((source) => source.needs);
  const offers = sources.flatMap((source) => source.offers);
  const plain = plainMeetings(needs, offers);
  const [own, ...others] = sources.map(({ idea: { id, title, pitch, lang, stage } }): GraftIdea => ({ id, title, pitch, lang, stage }));
  const visibility = narrowestRung(sources.map(({ idea }) => idea.visibility));
  return {
    own: found(own),
    others,
    people: await namedShares(view, sources, shares),
    visibility,
    rungs: VISIBILITIES.filter((rung) => rung !== "private"),
    description: sources.map(({ idea }) => `${idea.title}\n${idea.pitch}`).join("\n\n"),
    needs: joinWords(
      sources.map((source) => source.needs),
      plain,
      offers,
    ),
    offers: joinWords(
      sources.map((source) => source.offers),
      [],
      [],
    ),
    meetable: needs
      .filter(({ state }) => state !== "met")
      .map((need) => ({
        need,
        offers: offers.filter((offer) => offer.ideaId !== need.ideaId && offer.kind === need.kind),
        offerId: plain.find(({ needId }) => needId === need.id)?.offerId ?? null,
      }))
      .filter((one) => one.offers.length > 0),
  };
}

/** Everybody with their share; named as they are on the pages of the ideas they come from. */
async function namedShares(view: View, sources: readonly SourceIdea[], shares: ReadonlyMap<string, number>): Promise<GraftPerson[]> {
  const ids = [...new Set([...everybodyIn(sources), ...shares.keys()])];
  const named = await namesOf(view, sources, ids);
  return ids.map((personId) => ({
    personId,
    name: named.get(personId) ?? null,
    share: shares.get(personId) ?? 0,
    from: sources.filter(({ team }) => team.some((one) => one.personId === personId)).map(({ idea }) => idea.title),
  }));
}

async function namesOf({ db, actor }: View, sources: readonly SourceIdea[], ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ personId: people.id, name: people.name, ageBand: people.ageBand, profile: profiles.visibility })
    .from(people)
    .leftJoin(profiles, eq(profiles.personId, people.id))
    .where(inArray(people.id, [...ids]));
  const named = new Map<string, string>();
  for (const { idea, team } of sources) {
    const membership = team.find(({ personId }) => personId === actor.personId)?.role ?? null;
    for (const row of rows) {
      const isOne = team.some(({ personId }) => personId === row.personId);
      const known = isOne ? shownPerson(actor, factsOf(idea, membership), row) : null;
      if (known) named.set(row.personId, known.name);
    }
  }
  return named;
}

export interface GraftPage {
  readonly id: string;
  readonly state: GraftState;
  readonly title: string;
  readonly pitch: string;
  readonly description: string;
  readonly lang: Locale;
  readonly visibility: Visibility;
  readonly campus: { readonly name: string; readonly zone: string };
  readonly message: string;
  /** Who proposed it; null when the actor may not know. */
  readonly by: string | null;
  readonly createdAt: Date;
  readonly dueAt: Date;
  readonly sources: readonly (GraftIdea & {
    readonly answer: "waiting" | "yes" | "no";
    readonly reason: string;
    readonly mine: boolean;
    /** The joined idea is open to people who do not see this one: only its owners say yes. */
    readonly wider: boolean;
    readonly mayAnswer: boolean;
    readonly maySayYes: boolean;
  })[];
  readonly people: readonly GraftPerson[];
  readonly needs: readonly JoinedWord[];
  readonly offers: readonly JoinedWord[];
  /** The joined idea, once it is there and the actor may see it. */
  readonly childId: string | null;
  readonly mayWithdraw: boolean;
  /** Its words were hidden from the teams, or taken back by who wrote them. */
  readonly words: "shown" | "hidden" | "removed";
  readonly rights: { readonly report: boolean; readonly moderate: boolean; readonly remove: boolean };
}

/** A proposal, for whoever is in one of its teams and sees all its ideas; for others it does not exist. */
export async function graftPage(view: View, proposalId: string, now: Date): Promise<GraftPage> {
  const { db, actor } = view;
  if (!isPerson(actor)) throw new DomainError("not_found");
  const { row, sources, shares } = await proposalToActOn(db, actor, proposalId);
  const loaded = await loadSources(
    db,
    sources.map(({ ideaId }) => ideaId),
  );
  const home = found(loaded.find(({ idea }) => idea.id === row.byIdeaId));
  const [campus] = await db
    .select({ name: campuses.name, zone: campuses.zone })
    .from(campuses)
    .where(eq(campuses.id, home.idea.homeCampusId));
  const by = (await namesOf(view, [home], [row.byPersonId])).get(row.byPersonId) ?? null;
  const state = row.state === "open" && row.dueAt <= now ? "expired" : row.state;
  const opened = { visibility: row.visibility, campusId: home.idea.homeCampusId };
  const isMine = ({ team }: SourceIdea): boolean => team.some(({ personId }) => personId === actor.personId);
  const moderates = canModerateGraft(actor, loaded);
  const parts = readableParts(row, moderates);
  const { id, lang, visibility, createdAt, dueAt } = row;
  const { title, pitch, description } = parts.text ? row : { title: "", pitch: "", description: "" };
  return {
    ...{ id, title, pitch, description, lang, visibility, createdAt, dueAt, state },
    message: parts.message ? row.message : "",
    campus: found(campus),
    by,
    sources: loaded.map((source) => {
      const { answer, reason } = found(sources.find(({ ideaId }) => ideaId === source.idea.id));
      const wider = opensWider(opened, toOpened(source));
      const mine = isMine(source);
      const mayAnswer = state === "open" && answer === "waiting" && mine;
      const { id: sourceId, title: name, pitch: said, lang: spoken, stage } = source.idea;
      const maySayYes = mayAnswer && row.hiddenAt === null && saysYes(actor, source, wider);
      const told = parts.reasons ? reason : "";
      return { id: sourceId, title: name, pitch: said, lang: spoken, stage, answer, reason: told, mine, wider, mayAnswer, maySayYes };
    }),
    people: await namedShares(view, loaded, shares),
    needs: joinWords(
      loaded.map((source) => source.needs),
      row.meetings,
      loaded.flatMap((source) => source.offers),
    ).words,
    offers: joinWords(
      loaded.map((source) => source.offers),
      [],
      [],
    ).words,
    childId: row.childId !== null && (await sees(view, row.childId)) ? row.childId : null,
    mayWithdraw: state === "open" && isMine(home),
    words: row.hiddenAt !== null ? "hidden" : row.removedAt !== null ? "removed" : "shown",
    rights: rightsOf(actor, row, sources, moderates),
  };
}

function rightsOf(actor: Person, row: ProposalRow, sources: Proposal["sources"], moderates: boolean): GraftPage["rights"] {
  const { text, message } = readableParts(row, false);
  const own = row.byPersonId === actor.personId;
  const reasons = sources.some(({ reason, answeredBy }) => reason !== "" && answeredBy !== actor.personId);
  return {
    report: row.hiddenAt === null && (reasons || (!own && (text || (message && row.message !== "")))),
    moderate: moderates,
    remove: own && row.removedAt === null && row.state !== "open",
  };
}

async function sees({ db, actor }: View, ideaId: string): Promise<boolean> {
  const rows = await db
    .select({ id: ideas.id })
    .from(ideas)
    .where(and(eq(ideas.id, ideaId), openTo(ideas.id, keyList(actor))));
  return rows.length > 0;
}

export interface OpenGraft {
  readonly id: string;
  readonly title: string;
  readonly lang: Locale;
  readonly dueAt: Date;
  readonly answer: "waiting" | "yes" | "no";
}

/** Open proposals about an idea, for its team, first due first; none for others. */
export async function openGraftsOf({ db, actor }: View, ideaId: string, now: Date): Promise<OpenGraft[]> {
  if (actor.personId === null) return [];
  const query = prepared(db, "ideas.open-grafts", (on) =>
    on
      .select({
        id: graftProposals.id,
        title: graftProposals.title,
        lang: graftProposals.lang,
        dueAt: graftProposals.dueAt,
        answer: graftSources.answer,
      })
      .from(graftSources)
      .innerJoin(graftProposals, eq(graftProposals.id, graftSources.proposalId))
      .innerJoin(
        ideaMembers,
        and(eq(ideaMembers.ideaId, graftSources.ideaId), eq(ideaMembers.personId, sql.placeholder("me")), isNull(ideaMembers.until)),
      )
      .where(
        and(
          eq(graftSources.ideaId, sql.placeholder("idea")),
          eq(graftProposals.state, "open"),
          isNull(graftProposals.hiddenAt),
          gt(graftProposals.dueAt, sql.placeholder("now")),
        ),
      )
      .orderBy(asc(graftProposals.dueAt), asc(graftProposals.id)),
  );
  return query.execute({ idea: ideaId, me: actor.personId, now: now.getTime() });
}
