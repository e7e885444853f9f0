import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DomainError } from "~/domain/kernel/errors";
import { isId } from "~/domain/ideas/visible";
import { roomFrame, roomPage } from "~/domain/rooms/queries-room";
import { roomChannel } from "~/domain/rooms/room";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import { useLive } from "~/ui/live/useLive";
import type { PageHandle } from "~/ui/page-title";
import { LiveLine } from "~/ui/rooms/LiveLine";
import { useRoomName } from "~/ui/rooms/names";
import { liveVersion } from "~/web/live";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import { Conversation } from "./Conversation";
import { Meetings } from "./Meetings";
import { People } from "./People";
import { perform } from "./perform.server";
import css from "./Room.module.css";

export const handle: PageHandle = { title: "rooms.room" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const roomId = params.roomId ?? "";
  const version = isId(roomId) ? await liveVersion(ctx, roomChannel(roomId)) : 0;
  const before = ctx.url.searchParams.get("before");
  const room = await roomPage(viewOf(ctx), roomId, ctx.now, before);
  // People of a session talk at the table: their room is its board.
  if (room.kind === "session") throw redirect(`/rooms/${roomId}/board`);
  return { version, before, locale: ctx.actor.locale, room };
});

export const action = definePersonAction(async (args) => {
  const { ctx, params } = args;
  // Who may not see the room learns nothing of what its forms take.
  const { frame } = await roomFrame(viewOf(ctx), params.roomId ?? "", ctx.now);
  if (frame.kind === "session") throw new DomainError("not_found");
  return perform(args, frame);
});

export type RoomData = ReturnType<typeof useLoaderData<typeof loader>>;

export default function RoomPage() {
  const t = useT();
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { room, version } = data;
  const nameOf = useRoomName();
  const live = useLive(`/rooms/${room.id}/events`, version);
  return (
    <Page
      title={nameOf(room.sides)}
      lead={room.coach ? t("rooms.you_read") : t("rooms.read_along")}
      actions={
        <ButtonLink look="primary" to={`/rooms/${room.id}/board`}>
          {t("rooms.to_board")}
        </ButtonLink>
      }
    >
      {room.closedAt ? <Note>{t("rooms.closed")}</Note> : null}
      <LiveLine live={live} people={room.people} />
      <div className={css.columns}>
        <div className={css.column}>
          <Conversation data={data} reply={reply} />
        </div>
        <div className={css.column}>
          <Meetings data={data} reply={reply} />
          <People data={data} present={live.present} />
        </div>
      </div>
      <p className={css.links}>
        <Link to="/rooms">{t("rooms.back")}</Link>
        {room.kind === "match" ? <Link to={`/interest/${room.originId}`}>{t("rooms.to_interest")}</Link> : null}
      </p>
    </Page>
  );
}
