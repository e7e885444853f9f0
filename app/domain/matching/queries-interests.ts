import { and, desc, eq, gt, inArray, or, sql } from "drizzle-orm";
import { ideaMembers } from "#db/schema/ideas";
import { interests } from "#db/schema/matching";
import { blockedWith } from "../identity/blocks";
import type { Locale } from "../kernel/actor";
import type { InterestRow } from "./interest";
import type { Around, AskedParty } from "./interest-sides";
import { aroundOf, ideasOf, partiesOf, sideShown, WAITING } from "./interest-sides";
import type { InterestState } from "./match";
import type { MatchView } from "./queries";
import type { ShownIdea } from "./shown";

/** One of the actor's own ideas, as a line names it. */
export interface OwnIdea {
  readonly id: string;
  readonly title: string;
  readonly lang: Locale;
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
