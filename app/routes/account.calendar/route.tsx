import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DomainError } from "~/domain/kernel/errors";
import { calendarFeedOf } from "~/domain/notifications/calendar-feed";
import { closeCalendarFeed } from "~/domain/notifications/close-calendar-feed";
import { renewCalendarFeed } from "~/domain/notifications/renew-calendar-feed";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import css from "./Calendar.module.css";

export const handle: PageHandle = { title: "notices.calendar.title" };

export const loader = definePersonLoader(async ({ ctx }) => ({
  since: (await calendarFeedOf(ctx.store.db, ctx.actor.personId))?.createdAt ?? null,
}));

export const action = definePersonAction(async ({ ctx, intent }) => {
  switch (intent) {
    case "renew": {
      // The secret is in this one answer and nowhere else: no redirect can carry it.
      const { secret } = await renewCalendarFeed(ctx);
      return data({ reply: null, done: `${ctx.web.env.PUBLIC_ORIGIN}/calendar/${secret}.ics` as string | null });
    }
    case "close":
      await closeCalendarFeed(ctx);
      setToast(ctx.web, { key: "notices.calendar.closed" });
      return redirect("/account/calendar", 303);
    default:
      throw new DomainError("invalid");
  }
});

export default function Calendar() {
  const t = useT();
  const { since } = useLoaderData<typeof loader>();
  const address = useActionData<typeof action>()?.done ?? null;
  return (
    <Page
      title={t("notices.calendar.title")}
      lead={t("notices.calendar.lead")}
      width="narrow"
      actions={<Link to="/account">{t("account.title")}</Link>}
    >
      {address === null ? null : (
        <Card>
          <p role="status">{t("notices.calendar.address")}</p>
          <p className={css.address} translate="no">
            {address}
          </p>
          <p>{t("notices.calendar.how")}</p>
          <p>
            <a href={address.replace(/^https?:/, "webcal:")}>{t("notices.calendar.subscribe")}</a>
          </p>
        </Card>
      )}
      <p>
        {since === null ? (
          t("notices.calendar.none")
        ) : (
          <>
            {t("notices.calendar.since")} <Time at={since} />.
          </>
        )}
      </p>
      {since === null ? null : <p className={css.hint}>{t("notices.calendar.renew_hint")}</p>}
      <div className={css.acts}>
        <ReplyForm formId="renew" intent="renew">
          <SubmitButton look={since === null ? "primary" : "quiet"}>
            {since === null ? t("notices.calendar.make") : t("notices.calendar.renew")}
          </SubmitButton>
        </ReplyForm>
        {since === null ? null : (
          <ReplyForm formId="close" intent="close">
            <SubmitButton look="danger">{t("notices.calendar.close")}</SubmitButton>
          </ReplyForm>
        )}
      </div>
    </Page>
  );
}
