import { and, eq, inArray, or } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { interests } from "#db/schema/matching";
import { sessionAnswers, sessionSeats } from "#db/schema/sessions";
import type { View } from "../ideas/visible";
import { seatsShown } from "./queries";
import { sessionToRun } from "./rows";

/** What came of one round. */
export interface RoundReport {
  readonly round: number;
  readonly talks: number;
  readonly pauses: number;
  readonly answers: number;
  readonly yes: number;
  readonly matches: number;
}

/** Two who both said yes. A title is empty when the reader may not see that idea. */
export interface MatchReport {
  readonly round: number;
  readonly people: readonly [string, string];
  readonly titles: readonly [string, string];
  /** Their teams are in contact. */
  readonly contact: boolean;
}

/**
 * What came of a session, for coaches and organisers of its campus: who was there, talks, answers by round (numbers alone: who said no to
 * whom is nobody's business), matches, and how good the plan was. Refuses with "not_found" or "forbidden".
 */
export async function reportOf(view: View, sessionId: string) {
  const { db, actor } = view;
  const { session, group, campus } = await sessionToRun(db, actor, sessionId);
  const seats = await seatsShown(view, sessionId);
  const answers = await db.select().from(sessionAnswers).where(eq(sessionAnswers.sessionId, sessionId));
  const played = (group.plan?.rounds ?? []).slice(0, group.round);
  const yes = new Set(answers.filter((one) => one.yes).map((one) => `${one.fromId} ${one.toId}`));
  const mutual = answers.filter((one) => one.yes && one.fromId < one.toId && yes.has(`${one.toId} ${one.fromId}`));
  const pairs = (tables: readonly (readonly string[])[]): number =>
    tables.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
  const rounds = played.map((tables, at): RoundReport => {
    const own = answers.filter(({ round }) => round === at + 1);
    return {
      round: at + 1,
      talks: pairs(tables),
      pauses: group.plan?.pauses[at]?.length ?? 0,
      answers: own.length,
      yes: own.filter((one) => one.yes).length,
      matches: mutual.filter(({ round }) => round === at + 1).length,
    };
  });
  const count = (...states: string[]): number => seats.filter(({ state }) => states.includes(state)).length;
  return {
    id: sessionId,
    title: session.title,
    lang: session.lang,
    kind: session.kind,
    state: session.state,
    run: group.run,
    from: session.from,
    until: session.until,
    zone: campus.zone,
    campusName: campus.name,
    startedAt: group.startedAt,
    endedAt: group.endedAt,
    seats: group.seats,
    registered: count("coming", "present", "absent"),
    present: count("present"),
    absent: count("absent"),
    waited: count("waiting", "expired", "offered"),
    people: seats.map(({ personId, name, state, checkedInAt, idea }) => ({ personId, name, state, checkedInAt, title: idea?.title ?? "" })),
    rounds,
    planned: group.rounds,
    matches: await matchesOf(view, sessionId, mutual),
    plan: group.plan && {
      total: Math.round(group.total ?? 0),
      worst: Math.round(group.worst ?? 0),
      bound: Math.round(group.bound ?? 0),
      optimal: group.optimal === true,
    },
  };
}

type Mutual = typeof sessionAnswers.$inferSelect;

async function matchesOf(view: View, sessionId: string, mutual: readonly Mutual[]): Promise<MatchReport[]> {
  if (mutual.length === 0) return [];
  const shown = new Map((await seatsShown(view, sessionId)).map((seat) => [seat.personId, seat]));
  const ids = [...new Set(mutual.flatMap(({ fromId, toId }) => [fromId, toId]))];
  const names = new Map(
    (await view.db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids))).map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const seats = await view.db
    .select({ personId: sessionSeats.personId, ideaId: sessionSeats.ideaId })
    .from(sessionSeats)
    .where(eq(sessionSeats.sessionId, sessionId));
  const ideaOf = new Map(seats.map(({ personId, ideaId }) => [personId, ideaId ?? ""]));
  const ideaIds = [...ideaOf.values()].filter((id) => id !== "");
  const contacts =
    ideaIds.length === 0
      ? []
      : await view.db
          .select({ a: interests.fromIdeaId, b: interests.toId })
          .from(interests)
          .where(and(eq(interests.state, "accepted"), or(inArray(interests.fromIdeaId, ideaIds), inArray(interests.toId, ideaIds))));
  const together = new Set(contacts.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  return mutual
    .map(({ round, fromId, toId }): MatchReport => ({
      round,
      people: [names.get(fromId) ?? "", names.get(toId) ?? ""],
      titles: [shown.get(fromId)?.idea?.title ?? "", shown.get(toId)?.idea?.title ?? ""],
      contact: together.has(`${ideaOf.get(fromId) ?? ""} ${ideaOf.get(toId) ?? ""}`),
    }))
    .sort((a, b) => a.round - b.round || (a.people.join() < b.people.join() ? -1 : 1));
}
