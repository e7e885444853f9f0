import { blockedWith } from "../identity/blocks";
import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";
import { after } from "../kernel/time";
import { notify } from "../notifications/notify";
import type { NoticeKind } from "../notifications/notice";
import { DIGEST_AFTER } from "./room";
import type { ActedRoom, Partaker } from "./room-rows";

/** Everybody else on a side, once each, without those who are kept apart from the actor: they hear nothing of each other. */
export async function othersIn(tx: Tx, ctx: Ctx, acted: ActedRoom, among: (one: Partaker) => boolean = () => true): Promise<string[]> {
  const me = ctx.actor.personId;
  const apart = me === null ? new Set<string>() : await blockedWith(tx, me);
  const ids = acted.partakers.filter(among).map(({ personId }) => personId);
  return [...new Set(ids)].filter((personId) => personId !== me && !apart.has(personId));
}

interface Told {
  readonly kind: NoticeKind;
  /** Tells this happening from others; may differ by person. */
  readonly key: (personId: string) => string;
  /** The mail waits for a while, and is dropped when the notice is read in the meantime. */
  readonly digest?: boolean;
}

/** Tells people of a room something, each under the title of their own side's idea. */
export async function tellRoom(tx: Tx, ctx: Ctx, acted: ActedRoom, personIds: readonly string[], told: Told): Promise<void> {
  for (const personId of personIds) {
    const mine = acted.partakers.filter((one) => one.personId === personId).map(({ position }) => position);
    const side = acted.sides.find(({ kind, position }) => kind === "idea" && mine.includes(position));
    await notify(tx, ctx, {
      personId,
      kind: told.kind,
      subjectKind: "room",
      subjectId: acted.room.id,
      ...(side ? { ideaId: side.subjectId } : {}),
      dedupeKey: `${acted.room.id}:${told.key(personId)}`,
      ...(told.digest ? { mailAt: after(ctx.now, DIGEST_AFTER) } : {}),
    });
  }
}
