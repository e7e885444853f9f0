import { useLoaderData } from "@remix-run/react";
import { isAdmin } from "~/domain/identity/policy";
import { deskOf } from "~/domain/notifications/queries-desk";
import { DeskCounts, DeskTable } from "~/ui/desk/DeskTable";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { EmptyState, Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonLoader } from "~/web/route";

export const handle: PageHandle = { title: "desk.title" };

/** Everything pending on the campuses the person runs; for others there is no such page. */
export const loader = definePersonLoader(async ({ ctx }) => {
  const items = await deskOf({ db: ctx.store.db, actor: ctx.actor }, ctx.now);
  return { items, campuses: new Set(items.map(({ campus }) => campus.slug)).size, administers: isAdmin(ctx.actor) };
});

export default function Desk() {
  const t = useT();
  const { items, campuses, administers } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("desk.title")}
      lead={t("desk.lead")}
      actions={
        <>
          {administers ? <ButtonLink to="/admin">{t("admin.title")}</ButtonLink> : null}
          <ButtonLink to="/sessions">{t("sessions.title")}</ButtonLink>
        </>
      }
    >
      {items.length === 0 ? (
        <EmptyState
          title={t("desk.none.title")}
          text={t("desk.none.text")}
          action={<ButtonLink to="/ideas">{t("desk.none.go")}</ButtonLink>}
        />
      ) : (
        <>
          <DeskCounts items={items} />
          <DeskTable items={items} campuses={campuses} />
        </>
      )}
    </Page>
  );
}
