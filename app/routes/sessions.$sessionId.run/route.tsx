import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { roomOf, roomsOfInterests } from "~/domain/rooms/queries-list";
import { answerTalk } from "~/domain/sessions/answer-talk";
import { answerForm } from "~/domain/sessions/forms";
import { phoneView } from "~/domain/sessions/queries-run";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import { useLive } from "~/ui/live/useLive";
import type { PageHandle } from "~/ui/page-title";
import { Countdown, RefreshPlain } from "~/ui/sessions/Countdown";
import { Mate } from "~/ui/sessions/Mate";
import css from "~/ui/sessions/Run.module.css";
import { parseForm } from "~/web/forms";
import { liveVersion } from "~/web/live";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "sessions.run.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const sessionId = params.sessionId ?? "";
  const version = await liveVersion(ctx, `session:${sessionId}`);
  const view = viewOf(ctx);
  const phone = await phoneView({ ...view, actor: ctx.actor, now: ctx.now }, sessionId);
  const matched = [...phone.atTable, ...phone.met].flatMap(({ interestId }) => interestId ?? []);
  const rooms = Object.fromEntries(await roomsOfInterests(view, matched, ctx.now));
  return { ...phone, version, rooms, boardId: await roomOf(view, "session", sessionId, ctx.now) };
});

export const action = definePersonAction(async ({ ctx, form, params }) => {
  const sessionId = params.sessionId ?? "";
  await phoneView({ db: ctx.store.db, actor: ctx.actor, now: ctx.now }, sessionId);
  const parsed = parseForm(form, answerForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { match } = await answerTalk(ctx, sessionId, parsed.value);
  setToast(ctx.web, { key: match ? "sessions.answer.match" : "sessions.answer.kept" });
  return redirect(`/sessions/${sessionId}/run`, 303);
});

type View = Awaited<ReturnType<typeof loader>>;

function Now({ view }: { view: View }) {
  const t = useT();
  const { run, rounded, table, round, rounds, endsAt, now, zone, state } = view;
  if (run === "before") return <Note>{t(state === "present" ? "sessions.run.before" : "sessions.run.check_in_first")}</Note>;
  if (run === "over") return <Note>{t("sessions.run.over")}</Note>;
  if (!rounded) return <Note>{t("sessions.run.going_on")}</Note>;
  return (
    <section className={css.go} aria-live="polite">
      <p>{t("sessions.run.round", { round, rounds })}</p>
      <h2>
        {table === null
          ? t(state === "present" ? "sessions.run.pause" : "sessions.run.check_in_first")
          : t("sessions.run.table", { table })}
      </h2>
      {endsAt ? <Countdown endsAt={endsAt} now={now} zone={zone} /> : null}
    </section>
  );
}

export default function Run() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const { id, title, lang, atTable, met, run, rooms, boardId } = view;
  useLive(`/sessions/${id}/events`, view.version);
  return (
    <Page title={<span lang={lang}>{title}</span>} width="narrow">
      {run === "over" ? null : <RefreshPlain to={`/sessions/${id}/run`} />}
      <Now view={view} />
      {atTable.length > 0 ? (
        <ul className={css.mates} aria-label={t("sessions.run.with")}>
          {atTable.map((mate) => (
            <Mate key={mate.personId} mate={mate} roomId={rooms[mate.interestId ?? ""]} mayAnswer here />
          ))}
        </ul>
      ) : null}
      {met.length > 0 ? (
        <section className={css.mates}>
          <h2>{t("sessions.run.met")}</h2>
          <ul className={css.mates}>
            {met.map((mate) => (
              <Mate key={mate.personId} mate={mate} roomId={rooms[mate.interestId ?? ""]} mayAnswer={view.mayAnswer} />
            ))}
          </ul>
        </section>
      ) : null}
      {boardId ? (
        <p>
          <ButtonLink to={`/rooms/${boardId}/board`}>{t("sessions.to_board")}</ButtonLink>
        </p>
      ) : null}
      <p>
        <Link to={`/sessions/${id}`}>{t("sessions.about_link")}</Link>
      </p>
    </Page>
  );
}
