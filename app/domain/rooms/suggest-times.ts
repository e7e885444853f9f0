import { and, eq, gt, inArray, lt, ne, or, sql } from "drizzle-orm";
import { coachingSessions, sessionPeople } from "#db/schema/coaching";
import { ideaMembers } from "#db/schema/ideas";
import { roomMeetings, roomSides } from "#db/schema/rooms";
import { bookings } from "#db/schema/scheduling";
import { sessionSeats } from "#db/schema/sessions";
import { campusById } from "../campus/queries";
import type { Db } from "../kernel/store";
import { after, hours } from "../kernel/time";
import { heldIn } from "../scheduling/free";
import { openDays } from "../scheduling/opening";
import type { Range } from "../scheduling/slot";
import { addDays, dayAt } from "../scheduling/wall";
import { commonTimes } from "./common-times";
import { MEETING_LENGTH, SUGGEST_AFTER, SUGGEST_DAYS, SUGGESTIONS } from "./room";
import type { ActedRoom } from "./room-rows";

/** More people than this have no hour in common worth looking for. */
const PEOPLE_MAX = 60;

/**
 * Up to five hours in the next 14 days, within the opening hours of the room's campus, in which nobody on either side has a
 * talk, session, booking or meeting. Says nothing of who is busy with what. Seven statements, however many people.
 */
export async function suggestTimes(
  db: Db,
  { room, sides, partakers }: Pick<ActedRoom, "room" | "sides" | "partakers">,
  now: Date,
): Promise<Range[]> {
  const campus = await campusById(db, room.campusId);
  const personIds = [...new Set(partakers.map(({ personId }) => personId))];
  if (!campus || personIds.length === 0 || personIds.length > PEOPLE_MAX) return [];
  const today = dayAt(campus.zone, now);
  const days = await openDays(db, campus, today, addDays(today, SUGGEST_DAYS - 1));
  const stretch = { from: now, until: after(now, SUGGEST_DAYS * hours(24)) };
  const ideaIds = sides.filter(({ kind }) => kind === "idea").map(({ subjectId }) => subjectId);
  const busy = [
    ...(await heldIn(db, personIds, stretch)),
    ...(await sessionsIn(db, personIds, ideaIds, stretch)),
    ...(await bookingsIn(db, personIds, ideaIds, stretch)),
    ...(await meetingsIn(db, room.id, personIds, stretch)),
  ];
  const wanted = { length: MEETING_LENGTH, most: SUGGESTIONS, perDay: 2, apart: hours(3), notBefore: after(now, SUGGEST_AFTER) };
  return commonTimes(
    days.map(({ open }) => open),
    busy,
    wanted,
  );
}

const none = (ids: readonly string[]): string[] => (ids.length > 0 ? [...ids] : [""]);

function sessionsIn(db: Db, personIds: readonly string[], ideaIds: readonly string[], { from, until }: Range): Promise<Range[]> {
  const people = sql.join(
    personIds.map((id) => sql`${id}`),
    sql`, `,
  );
  const comes = sql`exists (select 1 from ${sessionPeople} s where s.session_id = ${coachingSessions.id} and s.person_id in (${people}) and s.state in ('coming', 'present'))`;
  const seated = sql`exists (select 1 from ${sessionSeats} t where t.session_id = ${coachingSessions.id} and t.person_id in (${people}) and t.state in ('coming', 'present'))`;
  return db
    .select({ from: coachingSessions.from, until: coachingSessions.until })
    .from(coachingSessions)
    .where(
      and(
        ne(coachingSessions.state, "cancelled"),
        lt(coachingSessions.from, until),
        gt(coachingSessions.until, from),
        or(inArray(coachingSessions.coachId, [...personIds]), inArray(coachingSessions.ideaId, none(ideaIds)), comes, seated),
      ),
    );
}

function bookingsIn(db: Db, personIds: readonly string[], ideaIds: readonly string[], { from, until }: Range): Promise<Range[]> {
  return db
    .select({ from: bookings.from, until: bookings.until })
    .from(bookings)
    .where(
      and(
        eq(bookings.state, "confirmed"),
        lt(bookings.from, until),
        gt(bookings.until, from),
        or(inArray(bookings.bookedBy, [...personIds]), and(eq(bookings.forKind, "idea"), inArray(bookings.forId, none(ideaIds)))),
      ),
    );
}

/** Agreed hours of these people in any room, and those that wait for an answer in this one. */
function meetingsIn(db: Db, roomId: string, personIds: readonly string[], { from, until }: Range): Promise<Range[]> {
  const people = sql.join(
    personIds.map((id) => sql`${id}`),
    sql`, `,
  );
  const theirs = or(
    and(eq(roomSides.kind, "person"), inArray(roomSides.subjectId, [...personIds])),
    and(
      eq(roomSides.kind, "idea"),
      sql`exists (select 1 from ${ideaMembers} m where m.idea_id = ${roomSides.subjectId} and m.person_id in (${people}) and m.until_at is null)`,
    ),
  );
  return db
    .select({ from: roomMeetings.from, until: roomMeetings.until })
    .from(roomMeetings)
    .innerJoin(roomSides, eq(roomSides.roomId, roomMeetings.roomId))
    .where(
      and(
        lt(roomMeetings.from, until),
        gt(roomMeetings.until, from),
        or(and(eq(roomMeetings.state, "accepted"), theirs), and(eq(roomMeetings.state, "proposed"), eq(roomMeetings.roomId, roomId))),
      ),
    );
}
