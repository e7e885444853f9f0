import { writeBlock } from "../identity/blocks";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { isInside } from "./policy";
import { roomToActOn } from "./room-rows";

/** Keeps the actor and somebody of the same room apart: neither reads, nor is suggested, what the other does. Refuses with "not_found" or "same_person". */
export async function blockInRoom(ctx: Ctx, roomId: string, personId: string): Promise<void> {
  const person = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { facts, partakers } = await roomToActOn(tx, person, roomId, ctx.now);
    if (!isInside(facts) || !partakers.some((one) => one.personId === personId)) throw new DomainError("not_found");
    await writeBlock(tx, ctx, personId, true);
  });
}
