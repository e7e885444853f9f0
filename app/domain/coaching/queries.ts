import type { SQL } from "drizzle-orm";
import { and, asc, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { actions, coachingSessions, sessionNotes, sessionPeople } from "#db/schema/coaching";
import { ideaMembers, ideas } from "#db/schema/ideas";
import { people } from "#db/schema/identity";
import { isMinor } from "../identity/person";
import type { View } from "../ideas/visible";
import { ideaToActOn, ideaToRead, keyList, keyPlaceholders, keyValues, openTo } from "../ideas/visible";
import type { Actor, Locale } from "../kernel/actor";
import { hasRole } from "../kernel/actor";
import { found } from "../kernel/errors";
import { prepared } from "../kernel/prepared";
import type { Db } from "../kernel/store";
import type { NoteVisibility, SessionState } from "./coaching";
import { canChangeSession, canMarkHeld, canTakePart, coachedCampuses, isItsCoach } from "./policy";
import { sessionToActOn } from "./session-rows";

const TALKS_SHOWN = 100;

/** A talk in a list. The title of its idea is null when the actor cannot see the idea (any more). */
export interface TalkRow {
  readonly id: string;
  readonly from: Date;
  readonly until: Date;
  readonly state: SessionState;
  readonly campusName: string;
  readonly zone: string;
  readonly coach: { readonly personId: string; readonly name: string };
  readonly ideaId: string | null;
  readonly ideaTitle: string | null;
  readonly ideaLang: Locale | null;
}

function talkRows(db: Db, keys: SQL) {
  const seen = openTo(coachingSessions.ideaId, keys);
  return db
    .select({
      id: coachingSessions.id,
      from: coachingSessions.from,
      until: coachingSessions.until,
      state: coachingSessions.state,
      campusName: campuses.name,
      zone: campuses.zone,
      coach: { personId: people.id, name: people.name },
      ideaId: ideas.id,
      ideaTitle: ideas.title,
      ideaLang: ideas.lang,
    })
    .from(coachingSessions)
    .innerJoin(campuses, eq(campuses.id, coachingSessions.campusId))
    .innerJoin(people, eq(people.id, coachingSessions.coachId))
    .leftJoin(ideas, and(eq(ideas.id, coachingSessions.ideaId), seen))
    .$dynamic();
}

/** A condition that the session is one of the actor's own as a coach. */
function coachedBy(actor: Actor): SQL | undefined {
  const campusIds = coachedCampuses(actor);
  return and(
    eq(coachingSessions.coachId, actor.personId ?? ""),
    campusIds.length === 0 ? sql`1 = 0` : inArray(coachingSessions.campusId, campusIds),
  );
}

/** A condition that the actor is in the team of an idea now. */
function ofTeam(actor: Actor, ideaId: SQL | typeof coachingSessions.ideaId | typeof actions.ideaId): SQL {
  return sql`exists (select 1 from ${ideaMembers} m where m.idea_id = ${ideaId} and m.person_id = ${actor.personId ?? ""} and m.until_at is null)`;
}

/** Talks of the actor, as coach or in the team, latest first (100 at most). One statement. */
export async function talksOf({ db, actor }: View): Promise<TalkRow[]> {
  if (actor.personId === null) return [];
  return talkRows(db, keyList(actor))
    .where(and(eq(coachingSessions.kind, "one_to_one"), or(coachedBy(actor), ofTeam(actor, coachingSessions.ideaId))))
    .orderBy(desc(coachingSessions.from), desc(coachingSessions.id))
    .limit(TALKS_SHOWN);
}

/**
 * Talks of an idea that the actor may see, latest first: its team all of them, a coach their own, an organiser of the campus those with a
 * minor. Refuses with "not_found" when the idea is not there for them; empty for everybody else who sees it.
 */
export async function talksOfIdea(view: View, ideaId: string): Promise<TalkRow[]> {
  const { db, actor } = view;
  const { membership, facts } = await ideaToRead(view, ideaId);
  if (actor.personId === null) return [];
  const organises = hasRole(actor, "organiser", facts.campusId);
  if (membership === null && !organises && !hasRole(actor, "coach", facts.campusId)) return [];
  const all = membership !== null || (organises && (await minorsIn(db, ideaId)));
  const coached = coachedCampuses(actor);
  const shape = `coaching.talks-of-idea:${actor.keys.length}:${all ? "all" : `${coached.length}:${organises}`}`;
  const query = prepared(db, shape, (on) => {
    const own = and(
      eq(coachingSessions.coachId, sql.placeholder("me")),
      coached.length === 0
        ? sql`1 = 0`
        : inArray(
            coachingSessions.campusId,
            coached.map((_, i) => sql.placeholder(`c${i}`)),
          ),
    );
    return talkRows(on, keyPlaceholders(actor.keys.length))
      .where(
        and(
          eq(coachingSessions.ideaId, sql.placeholder("idea")),
          eq(coachingSessions.kind, "one_to_one"),
          all ? undefined : or(own, organises ? withMinor(on) : undefined),
        ),
      )
      .orderBy(desc(coachingSessions.from), desc(coachingSessions.id))
      .limit(TALKS_SHOWN);
  });
  const campusValues = all ? {} : Object.fromEntries(coached.map((campusId, i) => [`c${i}`, campusId]));
  return query.execute({ idea: ideaId, ...keyValues(actor), ...(all ? {} : { me: actor.personId }), ...campusValues });
}

/** A condition that somebody under age takes part in the session. */
function withMinor(db: Db): SQL {
  return inArray(
    coachingSessions.id,
    db
      .select({ id: sessionPeople.sessionId })
      .from(sessionPeople)
      .innerJoin(people, eq(people.id, sessionPeople.personId))
      .where(inArray(people.ageBand, ["13-15", "16-17"])),
  );
}

async function minorsIn(db: Db, ideaId: string): Promise<boolean> {
  const team = await db
    .select({ ageBand: people.ageBand })
    .from(ideaMembers)
    .innerJoin(people, eq(people.id, ideaMembers.personId))
    .where(and(eq(ideaMembers.ideaId, ideaId), isNull(ideaMembers.until)));
  return team.some((member) => isMinor(member.ageBand));
}

/** What somebody promised to do for an idea. */
export interface ShownAction {
  readonly id: string;
  readonly words: string;
  readonly dueDay: string;
  readonly doneAt: Date | null;
  readonly owner: { readonly personId: string; readonly name: string };
  readonly createdBy: string;
  readonly sessionId: string | null;
  readonly ideaId: string;
}

const actionColumns = {
  id: actions.id,
  words: actions.words,
  dueDay: actions.dueDay,
  doneAt: actions.doneAt,
  owner: { personId: people.id, name: people.name },
  createdBy: actions.createdBy,
  sessionId: actions.sessionId,
  ideaId: actions.ideaId,
};

/** Promises for an idea, those to come first, by day: its team sees all, a coach those of their own talks, everybody else none. "not_found" without the idea. */
export async function actionsOfIdea({ db, actor }: View, ideaId: string): Promise<ShownAction[]> {
  const { membership, facts } = await ideaToActOn(db, actor, ideaId);
  if (membership === null && !hasRole(actor, "coach", facts.campusId)) return [];
  return db
    .select(actionColumns)
    .from(actions)
    .innerJoin(people, eq(people.id, actions.ownerId))
    .leftJoin(coachingSessions, eq(coachingSessions.id, actions.sessionId))
    .where(and(eq(actions.ideaId, ideaId), isNull(actions.removedAt), membership === null ? coachedBy(actor) : undefined))
    .orderBy(sql`case when ${actions.doneAt} is null then 0 else 1 end`, asc(actions.dueDay), asc(actions.id))
    .limit(TALKS_SHOWN);
}

/** What the actor still has to do, first due first, as long as they take part. */
export async function openActionsOf({ db, actor }: View): Promise<(ShownAction & { readonly ideaTitle: string | null })[]> {
  if (actor.personId === null) return [];
  return db
    .select({ ...actionColumns, ideaTitle: ideas.title })
    .from(actions)
    .innerJoin(people, eq(people.id, actions.ownerId))
    .leftJoin(coachingSessions, eq(coachingSessions.id, actions.sessionId))
    .leftJoin(ideas, and(eq(ideas.id, actions.ideaId), openTo(ideas.id, keyList(actor))))
    .where(
      and(
        eq(actions.ownerId, actor.personId),
        isNull(actions.doneAt),
        isNull(actions.removedAt),
        or(coachedBy(actor), ofTeam(actor, actions.ideaId)),
      ),
    )
    .orderBy(asc(actions.dueDay), asc(actions.id))
    .limit(TALKS_SHOWN);
}

export interface ShownNote {
  readonly id: string;
  readonly visibility: NoteVisibility;
  readonly body: string;
  readonly at: Date;
  readonly editedAt: Date | null;
  readonly by: { readonly personId: string; readonly name: string };
  readonly own: boolean;
}

/** Shared notes of a session and the actor's private ones, oldest first. */
async function notesFor(db: Db, actor: Actor, sessionId: string): Promise<ShownNote[]> {
  const mine = actor.personId ?? "";
  const rows = await db
    .select({ note: sessionNotes, by: { personId: people.id, name: people.name } })
    .from(sessionNotes)
    .innerJoin(people, eq(people.id, sessionNotes.authorId))
    .where(
      and(
        eq(sessionNotes.sessionId, sessionId),
        isNull(sessionNotes.removedAt),
        or(eq(sessionNotes.visibility, "shared"), eq(sessionNotes.authorId, mine)),
      ),
    )
    .orderBy(asc(sessionNotes.at), asc(sessionNotes.id));
  return rows.map(({ note: { id, visibility, body, at, editedAt, authorId }, by }) => ({
    id,
    visibility,
    body,
    at,
    editedAt,
    by,
    own: authorId === mine,
  }));
}

/**
 * The page of a talk, in seven statements. An organiser who sees it because of a minor reads when, where and who, not the question, the
 * notes and the promises. Refuses with "not_found".
 */
export async function talkPage({ db, actor }: View, sessionId: string, now: Date) {
  const { session, facts, partakers } = await sessionToActOn(db, actor, sessionId);
  const [row] = await talkRows(db, keyList(actor)).where(eq(coachingSessions.id, sessionId));
  const takesPart = canTakePart(actor, facts);
  const { id, from, until, state, campusName, zone, coach, ideaId, ideaTitle, ideaLang } = found(row);
  const doings = takesPart
    ? await db
        .select(actionColumns)
        .from(actions)
        .innerJoin(people, eq(people.id, actions.ownerId))
        .where(and(eq(actions.sessionId, sessionId), isNull(actions.removedAt)))
        .orderBy(sql`case when ${actions.doneAt} is null then 0 else 1 end`, asc(actions.dueDay), asc(actions.id))
    : [];
  const planned = canChangeSession(actor, facts) && now < from;
  return {
    id,
    from,
    until,
    state,
    campus: { id: session.campusId, name: campusName, zone },
    coach,
    idea: ideaId === null || ideaTitle === null ? null : { id: ideaId, title: ideaTitle, lang: ideaLang },
    lang: session.lang,
    title: takesPart ? session.title : "",
    place: session.place,
    question: takesPart ? session.question : "",
    cancelReason: takesPart ? session.cancelReason : "",
    cancelledBy: partakerName(session.cancelledBy, coach, partakers),
    people: partakers.map(({ personId, name, presence, inTeam }) => ({ personId, name, presence, inTeam })),
    notes: takesPart ? await notesFor(db, actor, sessionId) : [],
    actions: doings,
    rights: {
      takesPart,
      coaches: isItsCoach(actor, facts),
      change: planned,
      markHeld: canMarkHeld(actor, facts) && now >= from,
      write: takesPart && state !== "cancelled",
    },
  };
}

function partakerName(
  personId: string | null,
  coach: { personId: string; name: string },
  partakers: readonly { personId: string; name: string }[],
): string {
  if (personId === coach.personId) return coach.name;
  return partakers.find((one) => one.personId === personId)?.name ?? "";
}
