import { and, asc, desc, eq, inArray, lt } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import { people } from "#db/schema/identity";
import { roomMeetings, roomMessages, roomReads } from "#db/schema/rooms";
import { blockedWith } from "../identity/blocks";
import type { View } from "../ideas/visible";
import { isId } from "../ideas/visible";
import type { Locale } from "../kernel/actor";
import { after, days } from "../kernel/time";
import type { Range } from "../scheduling/slot";
import { answers } from "./meeting-rows";
import { canModerateRoom, canWorkIn, isInside } from "./policy";
import type { MeetingState } from "./room";
import type { ActedRoom } from "./room-rows";
import { roomToActOn } from "./room-rows";
import type { ShownSide } from "./shown";
import { namesOfSides, shownSide } from "./shown";
import { suggestTimes } from "./suggest-times";

export interface ShownMessage {
  readonly id: string;
  readonly authorId: string;
  readonly author: string;
  /** Empty when it was taken back, or hidden from this reader. */
  readonly body: string;
  readonly lang: Locale;
  readonly at: Date;
  readonly state: "shown" | "removed" | "hidden";
  readonly mine: boolean;
  readonly unread: boolean;
}
export interface ShownMeeting {
  readonly id: string;
  readonly from: Date;
  readonly until: Date;
  readonly place: string;
  readonly state: MeetingState;
  readonly by: string;
  readonly dueAt: Date;
  readonly mayAnswer: boolean;
  readonly mayWithdraw: boolean;
}
export interface ShownPartaker {
  readonly personId: string;
  readonly name: string;
  readonly position: number;
}
/** What every page of a room shows around its own part. */
export interface RoomFrame {
  readonly id: string;
  readonly kind: ActedRoom["room"]["kind"];
  readonly originId: string;
  readonly sides: readonly ShownSide[];
  readonly people: readonly ShownPartaker[];
  readonly zone: string;
  readonly closedAt: Date | null;
  /** Reads along as coach or organiser, and is on no side. */
  readonly coach: boolean;
  readonly rights: { readonly work: boolean; readonly moderate: boolean };
}
export interface RoomPage extends RoomFrame {
  readonly messages: readonly ShownMessage[];
  /** Id of the oldest message shown, when there are older ones. */
  readonly older: string | null;
  readonly unread: number;
  readonly meetings: readonly ShownMeeting[];
  readonly suggestions: readonly Range[];
}

const MESSAGES_SHOWN = 60;
/** Meetings that are over stay on the page for a week. */
const MEETINGS_KEPT = days(7);

/** What every page of a room needs to know, with the room itself. Refuses with "not_found" for who is on no side and reads along nowhere. */
export async function roomFrame(view: View, roomId: string, now: Date): Promise<{ frame: RoomFrame; acted: ActedRoom }> {
  const acted = await roomToActOn(view.db, view.actor, roomId, now);
  const { room, sides, partakers, facts } = acted;
  const names = await namesOfSides(view, sides);
  const [campus] = await view.db.select({ zone: campuses.zone }).from(campuses).where(eq(campuses.id, room.campusId));
  const once = new Map(partakers.map((one) => [one.personId, one]));
  const frame: RoomFrame = {
    id: room.id,
    kind: room.kind,
    originId: room.originId,
    sides: sides.map((side) => shownSide(side, names, facts.mine)),
    people: [...once.values()].map(({ personId, name, position }) => ({ personId, name, position })),
    zone: campus?.zone ?? "Europe/Brussels",
    closedAt: room.closedAt,
    coach: !isInside(facts),
    rights: { work: canWorkIn(facts), moderate: canModerateRoom(view.actor, facts) },
  };
  return { frame, acted };
}

/** A room with its conversation (the newest 60, or those before `before`), hours and suggestions. Refuses as `roomFrame` does. */
export async function roomPage(view: View, roomId: string, now: Date, before: string | null = null): Promise<RoomPage> {
  const { frame, acted } = await roomFrame(view, roomId, now);
  const conversation = await messagesOf(view, acted, before);
  return {
    ...frame,
    ...conversation,
    meetings: await meetingsOf(view, acted, now),
    suggestions: frame.rights.work ? await suggestTimes(view.db, acted, now) : [],
  };
}

async function messagesOf({ db, actor }: View, { room, facts }: ActedRoom, before: string | null) {
  const me = actor.personId ?? "";
  const cursor = before !== null && isId(before) ? lt(roomMessages.id, before) : undefined;
  const rows = await db
    .select({ message: roomMessages, author: people.name })
    .from(roomMessages)
    .innerJoin(people, eq(people.id, roomMessages.authorId))
    .where(and(eq(roomMessages.roomId, room.id), cursor))
    .orderBy(desc(roomMessages.id))
    .limit(MESSAGES_SHOWN + 1);
  const [read] = await db
    .select({ readAt: roomReads.readAt })
    .from(roomReads)
    .where(and(eq(roomReads.roomId, room.id), eq(roomReads.personId, me)));
  const apart = isInside(facts) ? await blockedWith(db, me) : new Set<string>();
  const moderates = canModerateRoom(actor, facts);
  const page = rows.slice(0, MESSAGES_SHOWN);
  const messages = page
    .filter(({ message }) => !apart.has(message.authorId))
    .map(({ message, author }): ShownMessage => {
      const { id, authorId, body, lang, at, removedAt, hiddenAt } = message;
      const state = removedAt ? "removed" : hiddenAt ? "hidden" : "shown";
      const readable = state === "shown" || (state === "hidden" && moderates);
      const mine = authorId === me;
      const unread = isInside(facts) && !mine && state === "shown" && (!read || at > read.readAt);
      return { id, authorId, author, body: readable ? body : "", lang, at, state, mine, unread };
    })
    .reverse();
  const older = rows.length > MESSAGES_SHOWN ? (page.at(-1)?.message.id ?? null) : null;
  return { messages, older, unread: messages.filter(({ unread }) => unread).length };
}

async function meetingsOf({ db }: View, { room, facts, partakers }: ActedRoom, now: Date): Promise<ShownMeeting[]> {
  const rows = await db
    .select({ meeting: roomMeetings, by: people.name })
    .from(roomMeetings)
    .innerJoin(people, eq(people.id, roomMeetings.proposedBy))
    .where(and(eq(roomMeetings.roomId, room.id), inArray(roomMeetings.state, ["proposed", "accepted"])))
    .orderBy(asc(roomMeetings.from), asc(roomMeetings.id));
  const works = canWorkIn(facts) && partakers.length > 0;
  return rows
    .filter(({ meeting }) => meeting.from > after(now, -MEETINGS_KEPT) && (meeting.state === "accepted" || meeting.dueAt > now))
    .map(({ meeting, by }) => {
      const { id, from, until, place, state, dueAt } = meeting;
      const ahead = from > now;
      return {
        id,
        from,
        until,
        place,
        state,
        by,
        dueAt,
        mayAnswer: works && ahead && state === "proposed" && answers(facts.mine, meeting),
        mayWithdraw: works && ahead && (state === "accepted" || facts.mine.includes(meeting.side)),
      };
    });
}
