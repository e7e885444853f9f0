import { roomToActOn } from "~/domain/rooms/room-rows";
import { roomChannel } from "~/domain/rooms/room";
import { answerLive } from "~/web/live";
import { definePersonLoader } from "~/web/route";

/** Tells open pages of a room at once that something changed. */
export const loader = definePersonLoader(({ ctx, params, request }) => {
  const roomId = params.roomId ?? "";
  const demand = (db: typeof ctx.store.db, actor: typeof ctx.actor) => roomToActOn(db, actor, roomId, ctx.web.clock.now());
  return answerLive(ctx, request, { channel: roomChannel(roomId), demand });
});
