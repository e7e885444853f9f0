import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { resetPasswordForm } from "~/domain/identity/forms";
import { peekPasswordReset, resetPassword } from "~/domain/identity/reset-password";
import { PasswordField } from "~/ui/forms/fields";
import { DeadLink } from "~/ui/access/DeadLink";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { defineAction, defineLoader, limitRate } from "~/web/route";
import { TOKEN_RATE } from "~/web/sign-in";
import { setToast } from "~/web/toast";

export const handle: PageHandle = { title: "reset.choose.title" };

export const loader = defineLoader(async ({ ctx }) => {
  await limitRate(ctx, TOKEN_RATE);
  const token = ctx.url.searchParams.get("token") ?? "";
  return { token, account: await peekPasswordReset(ctx.store.db, token, ctx.now) };
});

export const action = defineAction(async ({ ctx, form }) => {
  await limitRate(ctx, TOKEN_RATE);
  const sent = form.get("token");
  const token = typeof sent === "string" ? sent : "";
  const parsed = parseForm(form, resetPasswordForm([], (await peekPasswordReset(ctx.store.db, token, ctx.now))?.minimum));
  if (!parsed.ok) return refuseForm(parsed.reply);
  await resetPassword(ctx, token, parsed.value.password);
  setToast(ctx.web, { key: "reset.done" });
  return redirect("/sign-in", 303);
});

export default function ChoosePassword() {
  const t = useT();
  const { token, account } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  if (!account) {
    return <DeadLink to="/reset">{t("sign.link.again")}</DeadLink>;
  }
  return (
    <Page title={t("reset.choose.title")} lead={t("reset.choose.lead", { email: account.email })} width="narrow">
      <Card>
        <ReplyForm formId="choose" reply={reply}>
          <Fields>
            <ErrorSummary />
            <input type="hidden" name="token" value={token} />
            <input type="hidden" name="username" value={account.email} autoComplete="username" />
            <PasswordField
              name="password"
              label={t("reset.choose.field")}
              hint={t("reset.choose.hint", { minimum: account.minimum })}
              autoComplete="new-password"
            />
            <SubmitButton>{t("reset.choose.save")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
    </Page>
  );
}
