import { useActionData, useLoaderData } from "@remix-run/react";
import { clock } from "~/ui/coaching/days";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { Actions } from "./Actions";
import { Change } from "./Change";
import { Held } from "./Held";
import { talkView } from "./load.server";
import { Notes } from "./Notes";
import { perform } from "./perform.server";
import css from "./Talk.module.css";

export const handle: PageHandle = { title: "coaching.talk.title" };

export const loader = definePersonLoader(({ ctx, params }) => talkView(ctx, params.sessionId ?? ""));

export const action = definePersonAction(async (args) => {
  const sessionId = args.params.sessionId ?? "";
  // Who may not see the talk learns nothing of what its forms take.
  await talkView(args.ctx, sessionId);
  return perform(args, sessionId);
});

export default function Talk() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { talk, over } = view;
  const { idea, campus, coach } = talk;
  const coming = talk.people.filter(({ presence }) => presence !== null);
  const nobody = talk.state === "held" && coming.length > 0 && coming.every(({ presence }) => presence === "absent");
  return (
    <Page title={talk.title || t("coaching.talk.heading", { name: coach.name })} width="middle">
      {talk.state === "cancelled" ? (
        <Note>
          {t("coaching.talk.cancelled_by", { name: talk.cancelledBy || t("coaching.talk.somebody") })}
          {talk.cancelReason ? ` ${t("coaching.talk.reason", { reason: talk.cancelReason })}` : null}
        </Note>
      ) : null}
      {nobody ? <Note>{t("coaching.talk.nobody")}</Note> : null}
      {talk.rights.takesPart ? null : <Note>{t("coaching.talk.overseen")}</Note>}
      <Card label={t("coaching.talk.facts")}>
        <dl className={css.facts}>
          <dt>{t("coaching.talk.when")}</dt>
          <dd className={css.when}>
            <Time at={talk.from} zone={campus.zone} /> – {clock(talk.until, campus.zone)}
          </dd>
          <dt>{t("coaching.talk.where")}</dt>
          <dd>
            {talk.place || t("coaching.talk.where_open")}
            {` · ${campus.name}`}
          </dd>
          <dt>{t("coaching.talk.idea")}</dt>
          <dd>
            {idea ? (
              <Link to={`/ideas/${idea.id}`} lang={idea.lang ?? undefined}>
                {idea.title}
              </Link>
            ) : (
              t("coaching.talk.closed_idea")
            )}
          </dd>
          <dt>{t("coaching.talk.who")}</dt>
          <dd>
            {t("coaching.talk.coach", { name: coach.name })}
            {coming.map(({ personId, name, presence }) => (
              <span key={personId}>
                {", "}
                {name}
                {presence === "absent" ? ` (${t("coaching.talk.absent")})` : null}
              </span>
            ))}
          </dd>
          {talk.question ? (
            <>
              <dt>{t("coaching.talk.question")}</dt>
              <dd className={css.text} lang={talk.lang}>
                {talk.question}
              </dd>
            </>
          ) : null}
        </dl>
        {talk.rights.change ? <Change view={view} reply={reply} /> : null}
      </Card>
      {talk.rights.markHeld ? <Held view={view} reply={reply} /> : null}
      {talk.rights.takesPart && !talk.rights.coaches && over && talk.state === "planned" ? <Note>{t("coaching.talk.waits")}</Note> : null}
      {talk.rights.takesPart ? <Actions view={view} reply={reply} /> : null}
      {talk.rights.takesPart ? <Notes view={view} reply={reply} /> : null}
      <p>
        <Link to="/coaching">{t("coaching.all")}</Link>
      </p>
    </Page>
  );
}
