import { and, eq, inArray } from "drizzle-orm";
import { ideaAudience } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { interests } from "#db/schema/matching";
import { groupSessions, sessionAnswers, sessionSeats } from "#db/schema/sessions";
import type { Actor, Person } from "../kernel/actor";
import { DomainError } from "../kernel/errors";
import type { Db } from "../kernel/store";
import type { Loaded } from "../matching/load-sides";
import { countsOpenly, loadIdeas, sideOf } from "../matching/load-sides";
import { compareIdeas } from "../matching/model";
import { isLifted, shownIdea, shownReasons } from "../matching/shown";
import { taxonomyOf } from "../matching/taxonomy";
import { answersOpen, roundOf } from "./answer-talk";
import { counts } from "./pairs";
import type { ActedSession } from "./rows";
import { seatOf, sessionToActOn, sessionToRun } from "./rows";
import type { TableMate } from "./session";
import { screenName } from "./session";

/** Where to read, for whom, at which moment. */
export interface RunView {
  readonly db: Db;
  readonly actor: Person;
  readonly now: Date;
}

/** Whether somebody may listen to what happens at a session: who runs it, and who has a seat. Refuses with "not_found". */
export async function demandListener(db: Db, actor: Actor, sessionId: string): Promise<void> {
  const { runs } = await sessionToActOn(db, actor, sessionId);
  if (!runs && !(actor.personId !== null && (await seatOf(db, sessionId, actor.personId)))) throw new DomainError("not_found");
}

/** Names by person; who is erased has none. */
async function namesOf(db: Db, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...personIds]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The clock of the round: everybody counts from the same moment. */
function clockOf({ session, group, campus }: ActedSession, now: Date) {
  const { run, round, rounds, roundEndsAt } = group;
  return {
    run,
    round,
    rounds,
    endsAt: roundEndsAt,
    now,
    zone: campus.zone,
    title: session.title,
    lang: session.lang,
    cancelled: session.state === "cancelled",
  };
}

/** The session on the phone of somebody who is there: where to go, who, why, and what they said so far. "not_found" without a seat. */
export async function phoneView(view: RunView, sessionId: string) {
  const { db, actor, now } = view;
  const acted = await sessionToActOn(db, actor, sessionId);
  const seat = await seatOf(db, sessionId, actor.personId);
  if (!seat || seat.state === "cancelled" || seat.state === "expired") throw new DomainError("not_found");
  const { group } = acted;
  const me = actor.personId;
  const played = (group.plan?.rounds ?? []).slice(0, group.round);
  const met = [...new Set(played.flatMap((tables) => tables.filter((table) => table.includes(me)).flat()))].filter((id) => id !== me);
  const mates = await matesOf(view, acted, seat.ideaId, met);
  const tables = group.run === "running" ? (played[group.round - 1] ?? []) : [];
  const table = tables.findIndex((one) => one.length > 1 && one.includes(me));
  return {
    ...clockOf(acted, now),
    id: sessionId,
    state: seat.state,
    rounded: group.rounds > 0,
    mayAnswer: answersOpen(acted, now),
    table: table === -1 ? null : table + 1,
    atTable: mates.filter(({ round }) => round === group.round && group.run === "running"),
    met: mates.filter(({ round }) => round !== group.round || group.run !== "running").reverse(),
  };
}

async function matesOf(
  { db, actor, now }: RunView,
  acted: ActedSession,
  ideaId: string | null,
  met: readonly string[],
): Promise<TableMate[]> {
  const sessionId = acted.session.id;
  const names = await namesOf(db, met);
  const answers = met.length === 0 ? [] : await db.select().from(sessionAnswers).where(eq(sessionAnswers.sessionId, sessionId));
  const seats = met.length === 0 ? [] : await db.select().from(sessionSeats).where(eq(sessionSeats.sessionId, sessionId));
  const ideaOf = new Map(seats.map((seat) => [seat.personId, seat.ideaId]));
  const said = (from: string, to: string) => answers.find(({ fromId, toId }) => fromId === from && toId === to)?.yes ?? null;
  const why = await whyOf(
    { db, actor, now },
    ideaId,
    met.flatMap((id) => ideaOf.get(id) ?? []),
  );
  const me = actor.personId;
  return met
    .filter((personId) => names.get(personId))
    .map((personId): TableMate => {
      const told = why(personId, ideaOf.get(personId) ?? null);
      const match = said(me, personId) === true && said(personId, me) === true;
      return {
        personId,
        name: names.get(personId) ?? "",
        round: roundOf(acted, me, personId),
        answer: said(me, personId),
        match,
        interestId: match ? told.interestId : null,
        reasons: told.reasons,
        idea: told.idea,
      };
    })
    .sort((a, b) => a.round - b.round || (a.personId < b.personId ? -1 : 1));
}

type Told = Pick<TableMate, "reasons" | "idea" | "interestId">;
const NOTHING: Told = { reasons: [], idea: null, interestId: null };

/**
 * Why the actor meets somebody, by their ideas: terms only of a veiled idea, nothing at all of one that may not be matched, or by coaches
 * alone, which looks the same as two ideas without a reason.
 */
async function whyOf({ db, actor, now }: RunView, ownId: string | null, otherIds: readonly string[]) {
  if (ownId === null || otherIds.length === 0) return (): Told => NOTHING;
  const loaded = await loadIdeas(db, [...new Set([ownId, ...otherIds])]);
  const taxonomy = await taxonomyOf(db, now);
  const seen = await seenIdeas(db, actor, otherIds);
  const together = await contactsOf(db, ownId, otherIds);
  const own = loaded.get(ownId);
  const mine = own && sideOf(own, taxonomy, true, now);
  return (personId: string, ideaId: string | null): Told => {
    const other = ideaId === null ? undefined : loaded.get(ideaId);
    const interestId = together.get(ideaId ?? "") ?? null;
    if (!mine || !isTold(own, actor.personId) || !isTold(other, personId)) return { ...NOTHING, interestId };
    const { matchConsent } = other.idea;
    const lifted = isLifted(matchConsent, seen.has(other.idea.id), interestId !== null);
    const verdict = compareIdeas(mine, sideOf(other, taxonomy, countsOpenly(matchConsent), now), taxonomy.lexicon.parents);
    const telling = {
      ourWords: own.words,
      theirWords: other.words,
      theirs: other.idea,
      lifted,
      taxonomy,
      locale: actor.locale,
      mayConfirm: false,
    };
    return {
      reasons: verdict ? shownReasons(verdict.reasons, telling) : [],
      idea: shownIdea(other.idea, lifted, taxonomy, actor.locale),
      interestId,
    };
  };
}

/** An idea that its team lets others be told of. */
function isTold(loaded: Loaded | undefined, personId: string | null): loaded is Loaded {
  return personId !== null && counts(loaded, personId) && loaded.idea.matchConsent !== "by_coach";
}

async function seenIdeas(db: Db, actor: Actor, ideaIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectDistinct({ id: ideaAudience.ideaId })
    .from(ideaAudience)
    .where(and(inArray(ideaAudience.ideaId, [...ideaIds]), inArray(ideaAudience.audience, [...actor.keys])));
  return new Set(rows.map(({ id }) => id));
}

/** The accepted interest between an idea and each of the others. */
async function contactsOf(db: Db, ownId: string, otherIds: readonly string[]): Promise<Map<string, string>> {
  const pair = [ownId, ...otherIds];
  const rows = await db
    .select({ id: interests.id, from: interests.fromIdeaId, to: interests.toId })
    .from(interests)
    .where(
      and(
        eq(interests.state, "accepted"),
        eq(interests.toKind, "idea"),
        inArray(interests.fromIdeaId, pair),
        inArray(interests.toId, pair),
      ),
    );
  return new Map(rows.filter(({ from, to }) => from === ownId || to === ownId).map(({ id, from, to }) => [from === ownId ? to : from, id]));
}

/** Tables of a round by number, with short names; who pauses, and which tables each coach goes to, in order. */
export interface ScreenRound {
  readonly tables: readonly { readonly no: number; readonly names: readonly string[] }[];
  readonly pauses: readonly string[];
  readonly ways: readonly { readonly name: string; readonly tables: readonly number[] }[];
}

/** The session on the screen of the room, for who runs it: code, round, clock, tables. "not_found" or "forbidden" for others. */
export async function screenView({ db, actor, now }: RunView, sessionId: string) {
  const acted = await sessionToRun(db, actor, sessionId);
  const { group, session } = acted;
  const ids = [...new Set([...(group.plan?.rounds ?? []).flat(2), ...(group.plan?.present ?? []), session.coachId])];
  const names = await namesOf(db, ids);
  const [seats] = await db
    .select({ taken: groupSessions.taken, seats: groupSessions.seats })
    .from(groupSessions)
    .where(eq(groupSessions.sessionId, sessionId));
  const present = await db
    .select({ id: sessionSeats.personId })
    .from(sessionSeats)
    .where(and(eq(sessionSeats.sessionId, sessionId), eq(sessionSeats.state, "present")));
  return {
    ...clockOf(acted, now),
    id: sessionId,
    code: group.code,
    coming: seats?.taken ?? 0,
    present: present.length,
    from: session.from,
    tables: group.run === "running" && group.round > 0 ? screenRound(acted, group.round, names) : null,
  };
}

/** One round as the screen shows it. */
export function screenRound({ group }: Pick<ActedSession, "group">, round: number, names: ReadonlyMap<string, string>): ScreenRound {
  const short = (id: string): string => screenName(names.get(id) ?? "") || "…";
  const tables = (group.plan?.rounds[round - 1] ?? []).map((table, at) => ({ no: at + 1, names: table.map(short) }));
  const visits = group.plan?.visits[round - 1] ?? [];
  const rovers = [...new Set(visits.map(({ rover }) => rover))];
  const ways = rovers.map((id) => ({
    name: short(id),
    tables: visits.filter(({ rover }) => rover === id).map(({ table }) => table + 1),
  }));
  return { tables: tables.filter((table) => table.names.length > 1), pauses: (group.plan?.pauses[round - 1] ?? []).map(short), ways };
}
