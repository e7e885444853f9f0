import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { resetRequestForm } from "~/domain/identity/forms";
import { requestPasswordReset } from "~/domain/identity/request-password-reset";
import { TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { defineAction, limitRate } from "~/web/route";
import { MAIL_RATE } from "~/web/sign-in";

export const handle: PageHandle = { title: "reset.title" };

export const action = defineAction(async ({ ctx, form }) => {
  const parsed = parseForm(form, resetRequestForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await limitRate(ctx, MAIL_RATE, parsed.value.email);
  await requestPasswordReset(ctx, { email: parsed.value.email, locale: ctx.actor.locale });
  return redirect("/sign-in/sent", 303);
});

export default function ForgotPassword() {
  const t = useT();
  const reply = useActionData<typeof action>()?.reply;
  return (
    <Page title={t("reset.title")} lead={t("reset.lead")} width="narrow">
      <Card>
        <ReplyForm formId="reset" reply={reply}>
          <Fields>
            <ErrorSummary />
            <TextField name="email" type="email" label={t("sign.in.email")} autoComplete="email" />
            <SubmitButton>{t("reset.send")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
    </Page>
  );
}
