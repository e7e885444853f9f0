import { useLoaderData } from "@remix-run/react";
import { screenView } from "~/domain/sessions/queries-run";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { useLive } from "~/ui/live/useLive";
import type { PageHandle } from "~/ui/page-title";
import { Countdown, RefreshPlain } from "~/ui/sessions/Countdown";
import { Qr } from "~/ui/sessions/Qr";
import { Time } from "~/ui/when";
import { liveVersion } from "~/web/live";
import { qrOf } from "~/web/qr";
import { definePersonLoader } from "~/web/route";
import css from "./Beamer.module.css";

export const handle: PageHandle = { title: "sessions.manage.beamer" };

/** What the room sees: the code to check in with, then the round, its clock, and who goes to which table. */
export const loader = definePersonLoader(async ({ ctx, params }) => {
  const sessionId = params.sessionId ?? "";
  const version = await liveVersion(ctx, `session:${sessionId}`);
  const screen = await screenView({ db: ctx.store.db, actor: ctx.actor, now: ctx.now }, sessionId);
  const address = new URL(`/sessions/${sessionId}?code=${screen.code}#check-in`, ctx.web.env.PUBLIC_ORIGIN).href;
  return { ...screen, version, qr: qrOf(address), host: new URL("/sessions", ctx.web.env.PUBLIC_ORIGIN).href.replace(/^https?:\/\//, "") };
});

type View = Awaited<ReturnType<typeof loader>>;

function Join({ view }: { view: View }) {
  const t = useT();
  const { qr, host, code, present, coming, from, zone } = view;
  return (
    <div className={css.join}>
      <Qr code={qr} label={t("sessions.beamer.qr")} />
      <div className={css.steps}>
        <p>
          <Time at={from} zone={zone} />
        </p>
        <p>{t("sessions.beamer.how", { host })}</p>
        <p className={css.code}>{code}</p>
        <p>{t("sessions.beamer.present", { count: present, coming })}</p>
      </div>
    </div>
  );
}

function Tables({ tables }: { tables: NonNullable<View["tables"]> }) {
  const t = useT();
  return (
    <>
      <ol className={css.tables}>
        {tables.tables.map(({ no, names }) => (
          <li key={no} className={css.table}>
            <span className={css.no}>
              <span className="sr-only">{t("sessions.run.table", { table: no })}</span>
              <span aria-hidden="true">{no}</span>
            </span>
            <span className={css.names}>{names.join(" + ")}</span>
          </li>
        ))}
      </ol>
      {tables.pauses.length > 0 ? <p className={css.pauses}>{t("sessions.manage.pauses", { names: tables.pauses.join(", ") })}</p> : null}
    </>
  );
}

export default function Beamer() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const { id, title, lang, run, round, rounds, endsAt, now, zone, tables, qr, code, host } = view;
  useLive(`/sessions/${id}/events`, view.version);
  return (
    <div className={css.screen}>
      <div className={css.head}>
        <div>
          <h1 lang={lang}>{title}</h1>
          {run === "running" && round > 0 ? <p className={css.round}>{t("sessions.run.round", { round, rounds })}</p> : null}
        </div>
        {run === "running" && endsAt ? <Countdown endsAt={endsAt} now={now} zone={zone} big /> : null}
      </div>
      {run === "over" ? <p className={css.steps}>{t("sessions.run.over")}</p> : <RefreshPlain to={`/sessions/${id}/beamer`} />}
      {run === "before" || (run === "running" && tables === null) ? <Join view={view} /> : null}
      {tables ? <Tables tables={tables} /> : null}
      {tables ? (
        <div className={css.late}>
          <Qr code={qr} label={t("sessions.beamer.qr")} />
          <p>
            {t("sessions.beamer.late", { host })} <strong>{code}</strong>
          </p>
        </div>
      ) : null}
      <p>
        <Link to={`/sessions/${id}/manage`}>{t("sessions.manage.title")}</Link>
      </p>
    </div>
  );
}
