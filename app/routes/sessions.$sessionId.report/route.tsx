import { useLoaderData } from "@remix-run/react";
import { reportOf } from "~/domain/sessions/queries-report";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import css from "./Report.module.css";
import { PeopleTable, RoundTable } from "./Tables";

export const handle: PageHandle = { title: "sessions.report.title" };

export const loader = definePersonLoader(({ ctx, params }) => reportOf(viewOf(ctx), params.sessionId ?? ""));

export type ReportView = Awaited<ReturnType<typeof loader>>;

function Matches({ matches }: { matches: ReportView["matches"] }) {
  const t = useT();
  if (matches.length === 0) return <p className={css.muted}>{t("sessions.report.no_matches")}</p>;
  return (
    <ul className={css.matches}>
      {matches.map(({ round, people: [one, other], titles, contact }) => (
        <li key={`${round} ${one} ${other}`}>
          <strong>
            {one} + {other}
          </strong>{" "}
          <span className={css.muted}>
            {titles.filter(Boolean).join(" + ")} {t("sessions.report.in_round", { round })}
            {contact ? null : ` · ${t("sessions.report.no_contact")}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

export default function Report() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const { id, title, lang, from, zone, rounds, matches, people, plan, run } = view;
  const sum = (of: (one: (typeof rounds)[number]) => number): number => rounds.reduce((all, one) => all + of(one), 0);
  const figures = [
    [view.present, t("sessions.report.present", { seats: view.seats })],
    [view.absent, t("sessions.report.absent")],
    ...(rounds.length > 0
      ? ([
          [sum(({ talks }) => talks), t("sessions.report.talks_held")],
          [sum(({ yes }) => yes), t("sessions.report.yes_said")],
          [matches.length, t("sessions.report.matches_made")],
        ] as const)
      : []),
  ] as const;
  return (
    <Page
      title={t("sessions.report.title")}
      lead={
        <>
          <span lang={lang}>{title}</span> · <Time at={from} zone={zone} /> · {view.campusName}
        </>
      }
      actions={
        <ButtonLink to={`/sessions/${id}/report.csv`} reload>
          {t("sessions.report.csv")}
        </ButtonLink>
      }
    >
      {run === "over" ? null : <Note>{t("sessions.report.not_over")}</Note>}
      <ul className={css.figures}>
        {figures.map(([count, label]) => (
          <li key={label}>
            <strong>{count}</strong>
            {label}
          </li>
        ))}
      </ul>
      {rounds.length > 0 ? <RoundTable rounds={rounds} /> : null}
      {rounds.length > 0 ? (
        <Card label={t("sessions.report.matches")}>
          <h2>{t("sessions.report.matches")}</h2>
          <Matches matches={matches} />
        </Card>
      ) : null}
      {plan ? (
        <Card label={t("sessions.report.plan")}>
          <h2>{t("sessions.report.plan")}</h2>
          <p>{t("sessions.report.plan_text", { total: plan.total, bound: plan.bound, worst: plan.worst })}</p>
          <p className={css.muted}>{t(plan.optimal ? "sessions.report.optimal" : "sessions.report.bounded")}</p>
        </Card>
      ) : null}
      <PeopleTable people={people} />
      <p>
        <Link to={`/sessions/${id}/manage`}>{t("sessions.manage.title")}</Link>
      </p>
    </Page>
  );
}
