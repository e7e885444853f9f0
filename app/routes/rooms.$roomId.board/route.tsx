import { useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "~/domain/ideas/visible";
import { boardPage } from "~/domain/rooms/queries-board";
import { roomFrame } from "~/domain/rooms/queries-room";
import { roomChannel } from "~/domain/rooms/room";
import { useT } from "~/ui/i18n";
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
import css from "./Board.module.css";
import { Groups } from "./Groups";
import { NewNote } from "./NewNote";
import { perform } from "./perform.server";
import { Tools } from "./Tools";

export const handle: PageHandle = { title: "rooms.board" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const roomId = params.roomId ?? "";
  const version = isId(roomId) ? await liveVersion(ctx, roomChannel(roomId)) : 0;
  return { version, open: ctx.url.searchParams.get("note"), board: await boardPage(viewOf(ctx), roomId, ctx.now) };
});

export const action = definePersonAction(async (args) => {
  const { ctx, params } = args;
  // Who may not see the room learns nothing of what its forms take.
  const { frame } = await roomFrame(viewOf(ctx), params.roomId ?? "", ctx.now);
  return perform(args, frame.id);
});

export type BoardData = ReturnType<typeof useLoaderData<typeof loader>>;

export default function BoardPage() {
  const t = useT();
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { board, version } = data;
  const ofSession = board.kind === "session";
  const nameOf = useRoomName();
  const live = useLive(`/rooms/${board.id}/events`, version);
  return (
    <Page title={t("rooms.board")} lead={nameOf(board.sides)}>
      {board.closedAt ? <Note>{t(ofSession ? "rooms.closed_session" : "rooms.closed")}</Note> : null}
      <p className={css.muted}>
        {t("rooms.board_lead")} {board.coach ? t(ofSession ? "rooms.you_read_session" : "rooms.you_read") : t("rooms.read_along")}
      </p>
      <LiveLine live={live} people={board.people} />
      <div className={css.top}>
        {board.rights.work ? <NewNote data={data} reply={reply} /> : null}
        <Tools data={data} reply={reply} />
      </div>
      <Groups data={data} reply={reply} />
      <p>
        {ofSession ? (
          <Link to={`/sessions/${board.originId}`}>{t("rooms.back_to_session")}</Link>
        ) : (
          <Link to={`/rooms/${board.id}`}>{t("rooms.back_to_room")}</Link>
        )}
      </p>
    </Page>
  );
}
