import { useActionData, useLoaderData } from "@remix-run/react";
import { sessionPage } from "~/domain/sessions/queries";
import { clock } from "~/ui/coaching/days";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import type { SessionView } from "./load.server";
import { sessionView } from "./load.server";
import { perform } from "./perform.server";
import { Register } from "./Register";
import { CheckIn, Standing } from "./Seat";
import css from "./Session.module.css";

export const handle: PageHandle = { title: (data) => (data as SessionView).session.title };

export const loader = definePersonLoader(({ ctx, params }) => sessionView(ctx, params.sessionId ?? ""));

export const action = definePersonAction(async (args) => {
  const sessionId = args.params.sessionId ?? "";
  // Who may not see the session learns nothing of what its forms take.
  await sessionPage(viewOf(args.ctx), sessionId, args.ctx.now);
  return perform(args, sessionId);
});

function Facts({ session }: { session: SessionView["session"] }) {
  const t = useT();
  const { from, until, zone, place, campus, coach, languages, free, seats, kind, rounds, roundMinutes, closesAt } = session;
  return (
    <dl className={css.facts}>
      <dt>{t("coaching.talk.when")}</dt>
      <dd>
        <Time at={from} zone={zone} /> – {clock(until, zone)}
      </dd>
      <dt>{t("coaching.talk.where")}</dt>
      <dd>
        {place} · {campus.name}
      </dd>
      <dt>{t("sessions.led_by")}</dt>
      <dd>{coach}</dd>
      <dt>{t("sessions.form.languages")}</dt>
      <dd>{languages.map((locale) => t(`locale.${locale}`)).join(", ")}</dd>
      <dt>{t("sessions.form.seats")}</dt>
      <dd>{free > 0 ? t("sessions.free_of", { count: free, seats }) : t("sessions.full")}</dd>
      {kind === "matchmaking" ? (
        <>
          <dt>{t("sessions.form.rounds")}</dt>
          <dd>{t("sessions.rounds_of", { count: rounds, minutes: roundMinutes })}</dd>
        </>
      ) : null}
      {session.state === "planned" ? (
        <>
          <dt>{t("sessions.closes")}</dt>
          <dd>
            <Time at={closesAt} zone={zone} />
          </dd>
        </>
      ) : null}
    </dl>
  );
}

export default function Session() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { session } = view;
  return (
    <Page title={<span lang={session.lang}>{session.title}</span>} lead={t(`sessions.kind.${session.kind}`)} width="middle">
      {session.state === "cancelled" ? (
        <Note>{t("sessions.cancelled_note", { reason: session.cancelReason || t("sessions.no_reason_given") })}</Note>
      ) : null}
      {session.run === "over" && session.state === "held" ? <Note>{t("sessions.over_note")}</Note> : null}
      {session.mayCheckIn ? <CheckIn view={view} reply={reply} /> : null}
      <Standing view={view} reply={reply} />
      <Card label={t("sessions.facts")}>
        {session.about ? (
          <p className={css.about} lang={session.lang}>
            {session.about}
          </p>
        ) : null}
        <Facts session={session} />
        {session.runs ? (
          <p className={css.acts}>
            <ButtonLink to={`/sessions/${session.id}/manage`} look="primary">
              {t("sessions.manage.title")}
            </ButtonLink>
            <ButtonLink to={`/sessions/${session.id}/report`}>{t("sessions.report.title")}</ButtonLink>
          </p>
        ) : null}
      </Card>
      {session.mayRegister ? <Register view={view} reply={reply} /> : null}
      {session.closed && session.mine === null ? <Note>{t("sessions.closed_note")}</Note> : null}
      <p className={css.acts}>
        <Link to="/sessions">{t("sessions.all")}</Link>
        {session.leads ? null : <Link to={`/report/session/${session.id}`}>{t("sessions.report_this")}</Link>}
      </p>
    </Page>
  );
}
