import { useLoaderData } from "@remix-run/react";
import { plannedCampuses } from "~/domain/sessions/policy";
import { pastSessions, sessionsToCome } from "~/domain/sessions/queries";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { EmptyState, Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { SessionRows } from "~/ui/sessions/SessionRows";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "sessions.title" };

export const loader = definePersonLoader(async ({ ctx }) => {
  const view = viewOf(ctx);
  const coming = await sessionsToCome(view, ctx.now);
  const mine = coming.filter((one) => one.leads || ["coming", "present", "offered", "waiting"].includes(one.mine ?? ""));
  return {
    plans: plannedCampuses(ctx.actor).length > 0,
    mine,
    others: coming.filter((one) => !mine.includes(one)),
    past: await pastSessions(view, ctx.now),
  };
});

export default function Sessions() {
  const t = useT();
  const { plans, mine, others, past } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("sessions.title")}
      lead={t("sessions.lead")}
      actions={
        plans ? (
          <ButtonLink to="/sessions/new" look="primary">
            {t("sessions.plan")}
          </ButtonLink>
        ) : null
      }
    >
      {mine.length > 0 ? <SessionRows title={t("sessions.mine")} sessions={mine} /> : null}
      {others.length > 0 ? <SessionRows title={t("sessions.coming")} sessions={others} /> : null}
      {mine.length + others.length === 0 ? (
        <EmptyState
          title={t("sessions.none.title")}
          text={t("sessions.none.text")}
          action={<ButtonLink to="/coaching">{t("sessions.none.go")}</ButtonLink>}
        />
      ) : null}
      {past.length > 0 ? <SessionRows title={t("sessions.past")} sessions={past} /> : null}
      <p>
        <Link to="/coaching">{t("sessions.to_coaching")}</Link>
      </p>
    </Page>
  );
}
