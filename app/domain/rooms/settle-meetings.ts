import { and, asc, eq, gt, isNull, lte } from "drizzle-orm";
import { roomMeetings, roomSides, rooms } from "#db/schema/rooms";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";
import { after } from "../kernel/time";
import { touchRoom } from "./act";
import type { MeetingRow } from "./meeting-rows";
import { MEETING_REMINDED } from "./room";
import type { ActedRoom } from "./room-rows";
import { partakersOf } from "./room-rows";
import { tellRoom } from "./tell";

/** For the jobs: ends proposed hours nobody answered in time; reminds the side that has a day left, once. */
export async function settleMeetings(ctx: Ctx): Promise<{ expired: number; reminded: number }> {
  return ctx.store.tx(async (tx) => {
    const expired = await tx
      .update(roomMeetings)
      .set({ state: "expired", answeredAt: ctx.now })
      .where(and(eq(roomMeetings.state, "proposed"), lte(roomMeetings.dueAt, ctx.now)))
      .returning();
    for (const meeting of expired) {
      await touchRoom(tx, ctx, meeting.roomId);
      await writeAudit(tx, ctx, { action: "meeting.expired", subjectKind: "meeting", subjectId: meeting.id, fields: ["state"] });
      await tell(tx, ctx, meeting, "meeting_answered");
    }
    const soon = await tx
      .update(roomMeetings)
      .set({ remindedAt: ctx.now })
      .where(
        and(
          eq(roomMeetings.state, "proposed"),
          isNull(roomMeetings.remindedAt),
          gt(roomMeetings.dueAt, ctx.now),
          lte(roomMeetings.dueAt, after(ctx.now, MEETING_REMINDED)),
          // Proposed for the next day: asked just now, that is reminder enough.
          lte(roomMeetings.createdAt, after(ctx.now, -MEETING_REMINDED)),
        ),
      )
      .returning();
    for (const meeting of soon) await tell(tx, ctx, meeting, "meeting_due");
    return { expired: expired.length, reminded: soon.length };
  });
}

/** An answer that did not come is told to who proposed; a reminder goes to the other side. */
async function tell(tx: Tx, ctx: Ctx, meeting: MeetingRow, kind: "meeting_answered" | "meeting_due"): Promise<void> {
  const rows = await tx
    .select({ room: rooms, side: roomSides })
    .from(rooms)
    .innerJoin(roomSides, eq(roomSides.roomId, rooms.id))
    .where(and(eq(rooms.id, meeting.roomId), isNull(rooms.closedAt)))
    .orderBy(asc(roomSides.position));
  const [first] = rows;
  if (!first) return;
  const sides = rows.map(({ side }) => ({ ...side, campusId: null }));
  const partakers = await partakersOf(tx, sides, ctx.now);
  const acted: ActedRoom = { room: first.room, sides, partakers, facts: { campusIds: [], mine: [], leads: false, closed: false } };
  const asked = kind === "meeting_due";
  const people = partakers.filter(({ position }) => (position !== meeting.side) === asked).map(({ personId }) => personId);
  await tellRoom(tx, ctx, acted, [...new Set(people)], { kind, key: () => `${meeting.id}:${kind}:expired` });
}
