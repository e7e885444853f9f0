import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Countdown } from "~/ui/sessions/Countdown";
import type { ManageView } from "./load.server";
import css from "./Manage.module.css";

function Press({ intent, label, look = "quiet" }: { intent: string; label: string; look?: "primary" | "quiet" | "danger" }) {
  return (
    <ReplyForm formId={intent} intent={intent} preventScrollReset>
      <SubmitButton look={look}>{label}</SubmitButton>
    </ReplyForm>
  );
}

/** The tables of the round that is played. */
function Tables({ tables }: { tables: NonNullable<ManageView["screen"]["tables"]> }) {
  const t = useT();
  return (
    <>
      <ol className={css.tables}>
        {tables.tables.map(({ no, names }) => (
          <li key={no}>
            <strong>{t("sessions.run.table", { table: no })}</strong>
            <br />
            {names.join(" + ")}
          </li>
        ))}
      </ol>
      {tables.ways.map(({ name, tables: visited }) => (
        <p key={name}>{t("sessions.manage.way", { name, tables: visited.join(" → ") })}</p>
      ))}
      {tables.pauses.length > 0 ? <p className={css.muted}>{t("sessions.manage.pauses", { names: tables.pauses.join(", ") })}</p> : null}
    </>
  );
}

/** The run of a session: start, rounds with their clock, and the end. */
export function Rounds({ view }: { view: ManageView }) {
  const t = useT();
  const { screen, rights, present, changed, id } = view;
  const { run, round, rounds, endsAt, now, tables, code } = screen;
  return (
    <Card label={t("sessions.manage.run")}>
      <h2>{run === "running" && round > 0 ? t("sessions.run.round", { round, rounds }) : t(`sessions.manage.state.${run}`)}</h2>
      {run === "over" ? null : (
        <p>
          {t("sessions.check_in.code")}: <span className={css.code}>{code}</span>
        </p>
      )}
      {run === "running" && endsAt ? <Countdown endsAt={endsAt} now={now} zone={screen.zone} /> : null}
      {changed ? <p>{t("sessions.manage.changed")}</p> : null}
      {tables ? <Tables tables={tables} /> : null}
      <div className={css.acts}>
        {rights.start ? <Press intent="start" look="primary" label={t("sessions.manage.start", { count: present })} /> : null}
        {rights.next ? <Press intent="next" look="primary" label={t("sessions.manage.next")} /> : null}
        {rights.replan ? <Press intent="replan" label={t("sessions.manage.replan")} /> : null}
        {rights.end ? <Press intent="end" look="danger" label={t("sessions.manage.end")} /> : null}
        {run === "over" ? null : <ButtonLink to={`/sessions/${id}/beamer`}>{t("sessions.manage.beamer")}</ButtonLink>}
        <ButtonLink to={`/sessions/${id}/report`}>{t("sessions.report.title")}</ButtonLink>
      </div>
    </Card>
  );
}
