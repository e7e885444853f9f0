import { and, eq, gt } from "drizzle-orm";
import { roomMeetings } from "#db/schema/rooms";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchRoom } from "./act";
import { answers, meetingToActOn } from "./meeting-rows";
import { othersIn, tellRoom } from "./tell";

/**
 * Answers an hour that the other side proposed; with a yes it stands in everybody's agenda. Refuses with "not_found",
 * "forbidden" (one's own side proposed it), "room_closed" or "already_done" (answered, withdrawn or past its date).
 */
export async function answerMeeting(ctx: Ctx, meetingId: string, answer: "accept" | "decline"): Promise<{ roomId: string }> {
  const person = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const acted = await meetingToActOn(tx, ctx, person, meetingId);
    if (!answers(acted.facts.mine, acted.meeting)) throw new DomainError("forbidden");
    const state = answer === "accept" ? ("accepted" as const) : ("declined" as const);
    const [row] = await tx
      .update(roomMeetings)
      .set({ state, answeredBy: person.personId, answeredAt: ctx.now })
      .where(and(eq(roomMeetings.id, meetingId), eq(roomMeetings.state, "proposed"), gt(roomMeetings.dueAt, ctx.now)))
      .returning({ id: roomMeetings.id });
    if (!row) throw new DomainError("already_done");
    await touchRoom(tx, ctx, acted.room.id, true);
    await writeAudit(tx, ctx, { action: `meeting.${state}`, subjectKind: "meeting", subjectId: meetingId, fields: ["state"] });
    const told = { kind: "meeting_answered", key: () => `${meetingId}:${state}` } as const;
    await tellRoom(tx, ctx, acted, await othersIn(tx, ctx, acted), told);
    return { roomId: acted.room.id };
  });
}
