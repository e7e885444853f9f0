import { and, eq, gt } from "drizzle-orm";
import { roomMeetings } from "#db/schema/rooms";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchRoom } from "./act";
import { meetingToActOn } from "./meeting-rows";
import { othersIn, tellRoom } from "./tell";

/**
 * Takes a proposal back (the side that made it), or calls an agreed hour off (either side) before it begins. Refuses with
 * "not_found", "forbidden", "room_closed" or "already_done".
 */
export async function withdrawMeeting(ctx: Ctx, meetingId: string): Promise<{ roomId: string }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const acted = await meetingToActOn(tx, ctx, person, meetingId);
    const { state, side } = acted.meeting;
    if (state !== "proposed" && state !== "accepted") throw new DomainError("already_done");
    if (state === "proposed" && !acted.facts.mine.includes(side)) throw new DomainError("forbidden");
    const [row] = await tx
      .update(roomMeetings)
      .set({ state: "withdrawn", answeredBy: person.personId, answeredAt: ctx.now })
      .where(and(eq(roomMeetings.id, meetingId), eq(roomMeetings.state, state), gt(roomMeetings.from, ctx.now)))
      .returning({ id: roomMeetings.id });
    if (!row) throw new DomainError("already_done");
    await touchRoom(tx, ctx, acted.room.id, true);
    await writeAudit(tx, ctx, { action: "meeting.withdrawn", subjectKind: "meeting", subjectId: meetingId, fields: ["state"] });
    if (state === "accepted") {
      const told = { kind: "meeting_answered", key: () => `${meetingId}:withdrawn` } as const;
      await tellRoom(tx, ctx, acted, await othersIn(tx, ctx, acted), told);
    }
    return { roomId: acted.room.id };
  });
}
