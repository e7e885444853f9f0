import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requestEmailChange } from "~/domain/identity/email-change/request-email-change";
import { pendingEmailChange } from "~/domain/identity/email-change/rows";
import { emailChangeForm } from "~/domain/identity/forms";
import { TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ProofFields } from "~/ui/forms/ProofFields";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { notLookedThrough, proofNeeded, proved } from "~/web/proof";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader, limitRate } from "~/web/route";
import { MAIL_RATE } from "~/web/sign-in";
import { setToast } from "~/web/toast";

export const handle: PageHandle = { title: "access.email.title" };

export const loader = definePersonLoader(async ({ ctx }) => {
  const pending = await pendingEmailChange(ctx.store.db, ctx.actor.personId, ctx.now);
  return { ...(await proofNeeded(ctx)), pending: pending?.newEmail ?? null };
});

export const action = definePersonAction(async ({ ctx, form }) => {
  const parsed = await proved({ ctx: notLookedThrough(ctx), form }, emailChangeForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { email, currentPassword: password, code } = parsed.value;
  await limitRate(ctx, MAIL_RATE, ctx.actor.personId);
  await requestEmailChange(ctx, ctx.web.vault, { email, password, code });
  setToast(ctx.web, { key: "access.email.sent" });
  return redirect("/account/email", 303);
});

export default function ChangeEmail() {
  const t = useT();
  const { email, hasPassword, hasStep, pending } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page
      title={t("access.email.title")}
      lead={t("access.email.lead", { email })}
      width="narrow"
      actions={<Link to="/account">{t("account.title")}</Link>}
    >
      {pending ? <Note>{t("access.email.pending", { email: pending })}</Note> : null}
      <Card>
        <ReplyForm formId="email" reply={reply}>
          <Fields>
            <ErrorSummary />
            <TextField name="email" type="email" label={t("access.email.new")} hint={t("access.email.hint")} autoComplete="email" />
            <ProofFields email={email} hasPassword={hasPassword} hasStep={hasStep} />
            <SubmitButton>{t("access.email.send")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
    </Page>
  );
}
