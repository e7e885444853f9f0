import { useLoaderData } from "@remix-run/react";
import { roomsFor } from "~/domain/rooms/queries-list";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { EmptyState, Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { useRoomName } from "~/ui/rooms/names";
import { Time } from "~/ui/when";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "rooms.title" };

export const loader = definePersonLoader(async ({ ctx }) => ({ rooms: await roomsFor(viewOf(ctx), ctx.now) }));

export default function RoomsPage() {
  const t = useT();
  const { rooms } = useLoaderData<typeof loader>();
  return (
    <Page title={t("rooms.title")} lead={t("rooms.lead")} width="middle">
      <List title={t("rooms.open")} rooms={rooms.filter(({ closed }) => !closed)} />
      <List title={t("rooms.over")} rooms={rooms.filter(({ closed }) => closed)} />
      {rooms.length === 0 ? (
        <EmptyState
          title={t("rooms.none_title")}
          text={t("rooms.none_text")}
          action={
            <ButtonLink look="primary" to="/matches">
              {t("rooms.none_action")}
            </ButtonLink>
          }
        />
      ) : null}
    </Page>
  );
}

type RoomLine = ReturnType<typeof useLoaderData<typeof loader>>["rooms"][number];

function List({ title, rooms }: { title: string; rooms: readonly RoomLine[] }) {
  const t = useT();
  const nameOf = useRoomName();
  if (rooms.length === 0) return null;
  return (
    <Rows title={title}>
      {rooms.map(({ id, kind, sides, unread, toAnswer, activeAt }) => (
        <Row
          key={id}
          title={<Link to={kind === "session" ? `/rooms/${id}/board` : `/rooms/${id}`}>{nameOf(sides)}</Link>}
          facts={
            <>
              {unread > 0 ? <strong>{t("rooms.unread", { count: unread })} · </strong> : null}
              {toAnswer > 0 ? <strong>{t("rooms.to_answer", { count: toAnswer })} · </strong> : null}
              {t("rooms.active")} <Time at={activeAt} />
            </>
          }
        />
      ))}
    </Rows>
  );
}
