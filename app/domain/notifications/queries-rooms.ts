import { and, asc, eq, gt, gte, isNull, lt, sql } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { blocks } from "#db/schema/identity";
import { roomMeetings, roomMessages, roomReads, rooms } from "#db/schema/rooms";
import type { AgendaItem, Stretch } from "./queries-agenda";
import type { NoticeView } from "./queries-notices";
import { inRoom, roomTitle } from "./room-sides";
import type { Waiting } from "./waiting";
import { WAITING_SHOWN, waits } from "./waiting";

const AGENDA_MAX = 200;

/** Hours agreed in rooms of the actor. One statement. */
export async function agreedMeetings({ db, actor }: NoticeView, { from, until }: Stretch): Promise<AgendaItem[]> {
  const rows = await db
    .select({ meeting: roomMeetings, title: roomTitle(actor), zone: campuses.zone })
    .from(roomMeetings)
    .innerJoin(rooms, eq(rooms.id, roomMeetings.roomId))
    .innerJoin(campuses, eq(campuses.id, rooms.campusId))
    .where(
      and(
        eq(roomMeetings.state, "accepted"),
        isNull(rooms.closedAt),
        gte(roomMeetings.from, from),
        lt(roomMeetings.from, until),
        inRoom(actor.personId, from),
      ),
    )
    .orderBy(asc(roomMeetings.from), asc(roomMeetings.id))
    .limit(AGENDA_MAX);
  return rows.map(({ meeting, title, zone }) => ({
    id: meeting.id,
    kind: "meeting",
    from: meeting.from,
    until: meeting.until,
    day: null,
    zone,
    title: title ?? "",
    place: meeting.place,
    path: `/rooms/${meeting.roomId}`,
  }));
}

/** Proposed hours that wait: for the actor's side (`mine`), or proposed by it. One statement. */
export async function proposedMeetings({ db, actor }: NoticeView, now: Date, mine: boolean): Promise<Waiting[]> {
  const side = sql`${roomMeetings.side}`;
  const rows = await db
    .select({ meeting: roomMeetings, title: roomTitle(actor) })
    .from(roomMeetings)
    .innerJoin(rooms, eq(rooms.id, roomMeetings.roomId))
    .where(
      and(
        eq(roomMeetings.state, "proposed"),
        gt(roomMeetings.dueAt, now),
        isNull(rooms.closedAt),
        inRoom(actor.personId, now, mine ? { notSide: side } : { side }),
      ),
    )
    .orderBy(asc(roomMeetings.dueAt), asc(roomMeetings.id))
    .limit(WAITING_SHOWN);
  return rows.map(({ meeting, title }) =>
    waits({
      id: meeting.id,
      kind: mine ? "meeting" : "meeting_asked",
      title: title ?? "",
      since: meeting.createdAt,
      until: meeting.dueAt,
      path: `/rooms/${meeting.roomId}`,
    }),
  );
}

/** Messages others wrote that the actor has not read, of people they are not kept apart from; `room_messages` and `room_reads` are in the query. */
export function unreadBy(personId: string) {
  const apart = sql`exists (select 1 from ${blocks} b where (b.blocker_id = ${personId} and b.blocked_id = ${roomMessages.authorId}) or (b.blocked_id = ${personId} and b.blocker_id = ${roomMessages.authorId}))`;
  return sql`${roomMessages.authorId} <> ${personId} and ${roomMessages.removedAt} is null and ${roomMessages.hiddenAt} is null and (${roomReads.readAt} is null or ${roomMessages.at} > ${roomReads.readAt}) and not ${apart}`;
}

/** Rooms with messages the actor has not read. One statement. */
export async function unreadRooms({ db, actor }: NoticeView, now: Date): Promise<Waiting[]> {
  const rows = await db
    .select({ roomId: rooms.id, title: roomTitle(actor), since: sql`min(${roomMessages.at})`.mapWith(Number) })
    .from(rooms)
    .innerJoin(roomMessages, eq(roomMessages.roomId, rooms.id))
    .leftJoin(roomReads, and(eq(roomReads.roomId, rooms.id), eq(roomReads.personId, actor.personId)))
    .where(and(inRoom(actor.personId, now), unreadBy(actor.personId)))
    .groupBy(rooms.id)
    .orderBy(asc(rooms.id))
    .limit(WAITING_SHOWN);
  return rows.map(({ roomId, title, since }) =>
    waits({
      id: roomId,
      kind: "room",
      title: title ?? "",
      since: new Date(since),
      until: null,
      path: `/rooms/${roomId}`,
    }),
  );
}
