import { eq } from "drizzle-orm";
import { roomMeetings } from "#db/schema/rooms";
import { isId } from "../ideas/visible";
import type { Person } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { roomToWorkIn } from "./act";
import type { ActedRoom } from "./room-rows";

export type MeetingRow = typeof roomMeetings.$inferSelect;

/** A meeting of a room in which the actor works. Refuses with "not_found", "forbidden" or "room_closed". */
export async function meetingToActOn(tx: Tx, ctx: Ctx, person: Person, meetingId: string): Promise<ActedRoom & { meeting: MeetingRow }> {
  if (!isId(meetingId)) throw new DomainError("not_found");
  const [row] = await tx.select().from(roomMeetings).where(eq(roomMeetings.id, meetingId));
  const meeting = found(row);
  return { ...(await roomToWorkIn(tx, ctx, person, meeting.roomId)), meeting };
}

/** Tells whether somebody on these sides answers a meeting that another side proposed. */
export function answers(mine: readonly number[], meeting: Pick<MeetingRow, "side">): boolean {
  return mine.some((position) => position !== meeting.side);
}
