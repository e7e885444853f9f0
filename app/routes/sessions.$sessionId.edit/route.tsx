import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { editSession } from "~/domain/sessions/edit-session";
import { sessionForm } from "~/domain/sessions/forms";
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

export const handle: PageHandle = { title: "sessions.edit.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const acted = await sessionToRun(ctx.store.db, ctx.actor, params.sessionId ?? "");
  return { form: await sessionFormView(ctx, acted, false), id: acted.session.id, title: acted.session.title, lang: acted.session.lang };
});

export const action = definePersonAction(async ({ ctx, form, params }) => {
  const sessionId = params.sessionId ?? "";
  await sessionToRun(ctx.store.db, ctx.actor, sessionId);
  const parsed = parseForm(form, sessionForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await editSession(ctx, sessionId, parsed.value);
  setToast(ctx.web, { key: "sessions.saved" });
  return redirect(`/sessions/${sessionId}/manage`, 303);
});

export default function EditSession() {
  const t = useT();
  const { form, id, title, lang } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("sessions.edit.title")} lead={<span lang={lang}>{title}</span>} width="middle">
      <Card label={t("sessions.edit.title")}>
        <SessionForm view={form} reply={reply} />
      </Card>
      <p>
        <Link to={`/sessions/${id}/manage`}>{t("sessions.manage.title")}</Link>
      </p>
    </Page>
  );
}
