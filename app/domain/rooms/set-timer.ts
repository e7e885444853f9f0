import { eq } from "drizzle-orm";
import { boards } from "#db/schema/rooms";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { after, minutes as inMinutes } from "../kernel/time";
import { touchRoom } from "./act";
import { boardToWorkOn } from "./board-rows";
import { TIMER_MINUTES } from "./room";

/** Sets the clock of the board for everybody, or stops it (null). Nothing is lost when it ends. Refuses with "invalid", "not_found", "forbidden" or "room_closed". */
export async function setTimer(ctx: Ctx, roomId: string, length: number | null): Promise<void> {
  const person = requirePerson(ctx);
  if (length !== null && !TIMER_MINUTES.some((n) => n === length)) throw new DomainError("invalid", { field: "minutes" });
  await ctx.store.tx(async (tx) => {
    await boardToWorkOn(tx, ctx, person, roomId);
    const timerUntil = length === null ? null : after(ctx.now, inMinutes(length));
    await tx.update(boards).set({ timerUntil, timerBy: person.personId }).where(eq(boards.roomId, roomId));
    await touchRoom(tx, ctx, roomId);
    const action = length === null ? "timer.stopped" : "timer.started";
    await writeAudit(tx, ctx, { action, subjectKind: "room", subjectId: roomId, fields: ["timer_until"] });
  });
}
