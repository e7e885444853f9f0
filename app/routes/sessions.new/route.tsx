import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { sessionForm } from "~/domain/sessions/forms";
import { planSession } from "~/domain/sessions/plan-session";
import { planningChoices } from "~/domain/sessions/queries";
import { sessionToRun } from "~/domain/sessions/rows";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { SessionForm } from "~/ui/sessions/SessionForm";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { sessionFormView } from "~/web/session-form";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "sessions.new.title" };

/** An empty form, or one filled in like an earlier session (`?from=ID`). */
export const loader = definePersonLoader(async ({ ctx }) => {
  await planningChoices(viewOf(ctx));
  const from = ctx.url.searchParams.get("from");
  const like = from ? await sessionToRun(ctx.store.db, ctx.actor, from) : null;
  return sessionFormView(ctx, like, true);
});

export const action = definePersonAction(async ({ ctx, form }) => {
  await planningChoices(viewOf(ctx));
  const parsed = parseForm(form, sessionForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { sessionId } = await planSession(ctx, parsed.value);
  setToast(ctx.web, { key: "sessions.planned" });
  return redirect(`/sessions/${sessionId}`, 303);
});

export default function NewSession() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("sessions.new.title")} lead={t("sessions.new.lead")} width="middle">
      <Card label={t("sessions.new.title")}>
        <SessionForm view={view} reply={reply} />
      </Card>
      <p>
        <Link to="/sessions">{t("sessions.all")}</Link>
      </p>
    </Page>
  );
}
