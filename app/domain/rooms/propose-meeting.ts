import { and, count, eq } from "drizzle-orm";
import { roomMeetings } from "#db/schema/rooms";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { clean } from "../kernel/text";
import { after } from "../kernel/time";
import { isWholeRange } from "../scheduling/slot";
import { roomToWorkIn, touchRoom } from "./act";
import { MEETING_AHEAD, MEETING_LENGTH, MEETING_OPEN, MEETINGS_OPEN_MAX, PLACE_MAX } from "./room";
import { othersIn, tellRoom } from "./tell";

/**
 * Proposes an hour to meet; the other side answers within seven days, and before it begins. Refuses with "not_found",
 * "forbidden", "room_closed", "invalid" (not on a quarter, place too long), "in_the_past", "too_far" (60 days), "already_done"
 * (proposed already) or "too_many_open" (8 wait for an answer).
 */
export async function proposeMeeting(ctx: Ctx, roomId: string, input: { from: Date; place: string }): Promise<{ meetingId: string }> {
  const person = requirePerson(ctx);
  const { from } = input;
  const until = after(from, MEETING_LENGTH);
  const place = clean(input.place).replace(/\s+/g, " ");
  if (place.length > PLACE_MAX) throw new DomainError("invalid", { field: "place", max: PLACE_MAX });
  if (!isWholeRange({ from, until })) throw new DomainError("invalid", { field: "from" });
  if (from <= ctx.now) throw new DomainError("in_the_past", { field: "from" });
  if (from > after(ctx.now, MEETING_AHEAD)) throw new DomainError("too_far", { field: "from" });
  const meetingId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const acted = await roomToWorkIn(tx, ctx, person, roomId);
    const waiting = and(eq(roomMeetings.roomId, roomId), eq(roomMeetings.state, "proposed"));
    const [open] = await tx.select({ n: count() }).from(roomMeetings).where(waiting);
    if ((open?.n ?? 0) >= MEETINGS_OPEN_MAX) throw new DomainError("too_many_open", { max: MEETINGS_OPEN_MAX });
    const [same] = await tx
      .select({ id: roomMeetings.id })
      .from(roomMeetings)
      .where(and(waiting, eq(roomMeetings.from, from)));
    if (same) throw new DomainError("already_done");
    const week = after(ctx.now, MEETING_OPEN);
    await tx.insert(roomMeetings).values({
      id: meetingId,
      roomId,
      from,
      until,
      place,
      side: acted.facts.mine[0] ?? 0,
      state: "proposed",
      proposedBy: person.personId,
      createdAt: ctx.now,
      dueAt: from < week ? from : week,
    });
    await touchRoom(tx, ctx, roomId, true);
    await writeAudit(tx, ctx, { action: "meeting.proposed", subjectKind: "meeting", subjectId: meetingId, fields: ["from"] });
    await tellRoom(tx, ctx, acted, await othersIn(tx, ctx, acted), { kind: "meeting_proposed", key: () => meetingId });
  });
  return { meetingId };
}
