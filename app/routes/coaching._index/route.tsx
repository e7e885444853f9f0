import { useLoaderData } from "@remix-run/react";
import { Day } from "~/ui/coaching/days";
import { Talks } from "~/ui/coaching/Talks";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { EmptyState, Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { SessionRows } from "~/ui/sessions/SessionRows";
import { definePersonLoader } from "~/web/route";
import { CoachCard } from "./CoachCard";
import css from "./Coaching.module.css";
import { coachingView } from "./load.server";

export const handle: PageHandle = { title: "coaching.title" };

export const loader = definePersonLoader(({ ctx }) => coachingView(ctx));

export default function Coaching() {
  const t = useT();
  const { me, coaches, campuses, coming, past, actions, sessions } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t("coaching.title")}
      lead={t("coaching.lead")}
      actions={coaches ? <ButtonLink to="/coaching/availability">{t("coaching.hours.mine")}</ButtonLink> : null}
    >
      {coming.length > 0 ? <Talks title={t("coaching.talks.coming")} talks={coming} me={me} /> : null}
      {actions.length > 0 ? (
        <Rows title={t("coaching.actions.mine")}>
          {actions.map((action) => (
            <Row
              key={action.id}
              title={
                <Link to={action.sessionId ? `/coaching/session/${action.sessionId}` : `/ideas/${action.ideaId}`}>{action.words}</Link>
              }
              facts={
                <>
                  {t("coaching.action.due")} <Day day={action.dueDay} />
                  {action.ideaTitle ? ` · ${action.ideaTitle}` : null}
                </>
              }
            />
          ))}
        </Rows>
      ) : null}
      {sessions.length > 0 ? <SessionRows title={t("sessions.coming")} sessions={sessions} /> : null}
      <p>
        <Link to="/sessions">{t("sessions.all")}</Link>
      </p>
      {campuses.map((campus) => (
        <section key={campus.id} className={css.section}>
          <h2>{t("coaching.of_campus", { campus: campus.name })}</h2>
          {campus.allots ? (
            <p>
              <Link to={`/campus/${campus.slug}/allotment`}>{t("coaching.allot")}</Link>
            </p>
          ) : null}
          {campus.coaches.length === 0 ? (
            <EmptyState
              title={t("coaching.no_coaches.title")}
              text={t("coaching.no_coaches.text")}
              action={<ButtonLink to="/ideas">{t("coaching.no_coaches.action")}</ButtonLink>}
            />
          ) : (
            <ul className={css.coaches}>
              {campus.coaches.map((coach) => (
                <CoachCard key={coach.id} coach={coach} campus={campus} me={me} />
              ))}
            </ul>
          )}
        </section>
      ))}
      {campuses.length === 0 ? <EmptyState title={t("coaching.no_campus.title")} text={t("coaching.no_campus.text")} /> : null}
      {past.length > 0 ? <Talks title={t("coaching.talks.past")} talks={past} me={me} /> : null}
    </Page>
  );
}
