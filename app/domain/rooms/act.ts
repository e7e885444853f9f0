import { eq } from "drizzle-orm";
import { rooms } from "#db/schema/rooms";
import type { Person } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Tx } from "../kernel/store";
import { clean } from "../kernel/text";
import { canWorkIn, isInside } from "./policy";
import { roomChannel } from "./room";
import type { ActedRoom } from "./room-rows";
import { roomToActOn } from "./room-rows";

/** The room in which the actor works. Refuses with "not_found", "forbidden" (reads along only) or "room_closed" (the contact was ended). */
export async function roomToWorkIn(tx: Tx, ctx: Ctx, person: Person, roomId: string): Promise<ActedRoom> {
  const acted = await roomToActOn(tx, person, roomId, ctx.now);
  if (!isInside(acted.facts)) throw new DomainError("forbidden");
  if (!canWorkIn(acted.facts)) throw new DomainError("room_closed");
  return acted;
}

/** Lets open pages of the room hear that something changed; `active` also puts it on top of the lists. */
export async function touchRoom(tx: Tx, ctx: Ctx, roomId: string, active = false): Promise<void> {
  if (active) await tx.update(rooms).set({ activeAt: ctx.now }).where(eq(rooms.id, roomId));
  await touchPages(tx, [roomChannel(roomId)]);
}

/** A text as it is kept. Refuses with "invalid" and the field when it is empty or too long. */
export function writtenText(field: string, text: string, max: number): string {
  const kept = clean(text);
  if (kept === "" || kept.length > max) throw new DomainError("invalid", { field, max });
  return kept;
}

/** A text of one line. Refuses as `writtenText` does. */
export function writtenLine(field: string, text: string, max: number): string {
  return writtenText(field, text.replace(/\s+/g, " "), max);
}
