import { and, asc, desc, eq, gt, inArray, or, sql } from "drizzle-orm";
import { roomMeetings, roomMessages, roomReads, roomSides, rooms } from "#db/schema/rooms";
import type { View } from "../ideas/visible";
import { inRoom } from "../notifications/room-sides";
import { unreadBy } from "../notifications/queries-rooms";
import type { Person } from "../kernel/actor";
import { isPerson } from "../kernel/actor";
import type { RoomKind } from "./room";
import type { ShownSide } from "./shown";
import { namesOfSides, shownSide } from "./shown";
import { partakersOf } from "./room-rows";

/** One room of the actor in a list. */
export interface RoomLine {
  readonly id: string;
  readonly kind: RoomKind;
  readonly sides: readonly ShownSide[];
  readonly unread: number;
  /** Hours that wait for an answer of the actor's side. */
  readonly toAnswer: number;
  readonly activeAt: Date;
  readonly closed: boolean;
}

const ROOMS_SHOWN = 100;

/** The actor's rooms: open ones with what waits first, then by when something happened last; 100 at most. Six statements, whatever the number; nothing for a visitor. */
export async function roomsFor(view: View, now: Date): Promise<RoomLine[]> {
  const { db, actor } = view;
  if (!isPerson(actor)) return [];
  const mine = await db
    .select()
    .from(rooms)
    .where(inRoom(actor.personId, now))
    .orderBy(desc(rooms.activeAt), desc(rooms.id))
    .limit(ROOMS_SHOWN);
  if (mine.length === 0) return [];
  const ids = mine.map(({ id }) => id);
  const sides = await db.select().from(roomSides).where(inArray(roomSides.roomId, ids)).orderBy(asc(roomSides.position));
  const names = await namesOfSides(view, sides);
  const people = await positionsOf(view, actor, sides, now);
  const unread = await unreadOf(view, actor, ids);
  const waiting = await db
    .select({ roomId: roomMeetings.roomId, side: roomMeetings.side })
    .from(roomMeetings)
    .where(and(inArray(roomMeetings.roomId, ids), eq(roomMeetings.state, "proposed"), gt(roomMeetings.dueAt, now)));
  const lines = mine.map((room): RoomLine => {
    const on = people.get(room.id) ?? [];
    return {
      id: room.id,
      kind: room.kind,
      sides: sides.filter(({ roomId }) => roomId === room.id).map((side) => shownSide(side, names, on)),
      unread: unread.get(room.id) ?? 0,
      toAnswer: waiting.filter(({ roomId, side }) => roomId === room.id && on.some((position) => position !== side)).length,
      activeAt: room.activeAt,
      closed: room.closedAt !== null,
    };
  });
  const rank = (line: RoomLine): number => (line.closed ? 2 : line.unread + line.toAnswer > 0 ? 0 : 1);
  return lines.sort((a, b) => rank(a) - rank(b));
}

type SideRow = typeof roomSides.$inferSelect;

/** On which sides of each room the actor is; one statement for each kind of side. */
async function positionsOf({ db }: View, actor: Person, sides: readonly SideRow[], now: Date): Promise<Map<string, number[]>> {
  const numbered = sides.map((side, at) => ({ ...side, position: at }));
  const on = (await partakersOf(db, numbered, now)).filter(({ personId }) => personId === actor.personId);
  const found = new Map<string, number[]>();
  for (const { position } of on) {
    const side = sides[position];
    if (side) found.set(side.roomId, [...(found.get(side.roomId) ?? []), side.position]);
  }
  return found;
}

async function unreadOf({ db }: View, actor: Person, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ roomId: roomMessages.roomId, n: sql`count(*)`.mapWith(Number) })
    .from(roomMessages)
    .leftJoin(roomReads, and(eq(roomReads.roomId, roomMessages.roomId), eq(roomReads.personId, actor.personId)))
    .where(and(inArray(roomMessages.roomId, [...ids]), unreadBy(actor.personId)))
    .groupBy(roomMessages.roomId);
  return new Map(rows.map(({ roomId, n }) => [roomId, n]));
}

/** The room of an interest or session, for whoever is on a side of it or reads along on its campus; null when there is none. */
export async function roomOf({ db, actor }: View, kind: RoomKind, originId: string, now: Date): Promise<string | null> {
  if (!isPerson(actor)) return null;
  const coached = actor.keys.flatMap((key) => (key.startsWith("coaches:") ? [key.slice("coaches:".length)] : []));
  const seen = or(inRoom(actor.personId, now), inArray(rooms.campusId, [...coached, ""]));
  const [room] = await db
    .select({ id: rooms.id })
    .from(rooms)
    .where(and(eq(rooms.kind, kind), eq(rooms.originId, originId), seen));
  return room?.id ?? null;
}

/** The rooms of these interests for whoever is on a side of them, by interest. One statement. */
export async function roomsOfInterests(
  { db, actor }: View,
  interestIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  if (!isPerson(actor) || interestIds.length === 0) return new Map();
  const rows = await db
    .select({ id: rooms.id, originId: rooms.originId })
    .from(rooms)
    .where(and(eq(rooms.kind, "match"), inArray(rooms.originId, [...interestIds]), inRoom(actor.personId, now)));
  return new Map(rows.map(({ id, originId }) => [originId, id]));
}
