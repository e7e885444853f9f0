import { useActionData, useLoaderData } from "@remix-run/react";
import { sessionToRun } from "~/domain/sessions/rows";
import { REASON_MAX } from "~/domain/sessions/session";
import { TextField } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import type { Reply } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import { useLive } from "~/ui/live/useLive";
import type { PageHandle } from "~/ui/page-title";
import { RefreshPlain } from "~/ui/sessions/Countdown";
import { Time } from "~/ui/when";
import { definePersonAction, definePersonLoader } from "~/web/route";
import type { ManageView } from "./load.server";
import { manageView } from "./load.server";
import css from "./Manage.module.css";
import { People } from "./People";
import { perform } from "./perform.server";
import { Rounds } from "./Rounds";

export const handle: PageHandle = { title: "sessions.manage.title" };

export const loader = definePersonLoader(({ ctx, params }) => manageView(ctx, params.sessionId ?? ""));

export const action = definePersonAction(async (args) => {
  const sessionId = args.params.sessionId ?? "";
  await sessionToRun(args.ctx.store.db, args.ctx.actor, sessionId);
  return perform(args, sessionId);
});

function Cancel({ view, reply }: { view: ManageView; reply: Reply | null }) {
  const t = useT();
  if (!view.rights.cancel) return null;
  return (
    <FoldedForm label={t("sessions.cancel")} intent="cancel" reply={reply} send={t("sessions.cancel.send")} look="danger">
      <TextField name="reason" label={t("sessions.cancel.reason")} hint={t("sessions.cancel.hint")} maxLength={REASON_MAX} />
    </FoldedForm>
  );
}

export default function Manage() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { id, title, lang, from, zone, rights, screen } = view;
  useLive(`/sessions/${id}/events`, view.version);
  return (
    <Page
      title={<span lang={lang}>{title}</span>}
      lead={
        <>
          <Time at={from} zone={zone} /> · {t(`sessions.kind.${view.kind === "one_to_one" ? "workshop" : view.kind}`)}
        </>
      }
      width="middle"
    >
      {screen.run === "running" ? <RefreshPlain to={`/sessions/${id}/manage`} /> : null}
      <Rounds view={view} />
      <People view={view} />
      <p className={css.acts}>
        {view.roomId ? <ButtonLink to={`/rooms/${view.roomId}/board`}>{t("sessions.to_board")}</ButtonLink> : null}
        {rights.edit ? <ButtonLink to={`/sessions/${id}/edit`}>{t("sessions.edit.title")}</ButtonLink> : null}
        <ButtonLink to={`/sessions/new?from=${id}`}>{t("sessions.copy")}</ButtonLink>
      </p>
      <Cancel view={view} reply={reply} />
      <p>
        <Link to={`/sessions/${id}`}>{t("sessions.about_link")}</Link>
      </p>
    </Page>
  );
}
