import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { recordRefusal } from "~/domain/identity/access/record-sign-in";
import { signInLinkForm, signInPasswordForm } from "~/domain/identity/forms";
import { requestAccountLink } from "~/domain/identity/request-account-link";
import { signInWithPassword } from "~/domain/identity/sign-in-with-password";
import { isPerson } from "~/domain/kernel/actor";
import { isDomainError } from "~/domain/kernel/errors";
import { Disclosure } from "~/ui/kit/Disclosure";
import { PasswordField, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { safeRedirect } from "~/web/redirect";
import { refuseForm } from "~/web/respond";
import { defineAction, defineLoader, limitRate } from "~/web/route";
import { enter, MAIL_RATE, PASSWORD_RATE, whence } from "~/web/sign-in";
import { enterByPasskey } from "~/web/passkeys";
import { signInWays } from "~/web/sign-in-ways";
import { OtherWays } from "./OtherWays";

export const handle: PageHandle = { title: "sign.in.title" };

export const loader = defineLoader(async ({ ctx }) => {
  const to = safeRedirect(ctx.url.searchParams.get("to"), "");
  if (isPerson(ctx.actor)) throw redirect(to || "/greenhouse");
  return Promise.resolve({ to, ways: signInWays(ctx, to) });
});
export type SignInWays = Awaited<ReturnType<typeof loader>>["ways"];

export const action = defineAction(async ({ ctx, request, form, intent }) => {
  if (intent === "password") {
    const parsed = parseForm(form, signInPasswordForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await limitRate(ctx, PASSWORD_RATE, parsed.value.email);
    const { personId } = await signInWithPassword(ctx, parsed.value).catch(async (thrown: unknown) => {
      if (isDomainError(thrown) && thrown.code === "wrong_password")
        await recordRefusal(ctx, { email: parsed.value.email, ...whence(ctx, request) });
      throw thrown;
    });
    return enter(ctx, request, { personId, method: "password", to: parsed.value.to });
  }
  if (intent === "passkey") return enterByPasskey(ctx, request, form);
  const parsed = parseForm(form, signInLinkForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await limitRate(ctx, MAIL_RATE, parsed.value.email);
  await requestAccountLink(ctx, { ...parsed.value, intent: "sign_in", locale: ctx.actor.locale });
  return redirect("/sign-in/sent", 303);
});

export default function SignIn() {
  const t = useT();
  const { to, ways } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const hidden = <input type="hidden" name="to" value={to} />;
  return (
    <Page title={t("sign.in.title")} lead={t("sign.in.lead")} width="narrow">
      {ways.why ? <Note>{ways.why}</Note> : null}
      <Card>
        <ReplyForm formId="link" reply={reply} intent="link">
          <Fields>
            <ErrorSummary />
            <TextField name="email" type="email" label={t("sign.in.email")} autoComplete={ways.passkey ? "email webauthn" : "email"} />
            {hidden}
            <SubmitButton>{t("sign.in.send")}</SubmitButton>
          </Fields>
        </ReplyForm>
        <Disclosure label={t("sign.in.with_password")} open={reply?.intent === "password"}>
          <ReplyForm formId="password" reply={reply} intent="password">
            <Fields>
              <ErrorSummary />
              <TextField name="email" type="email" label={t("sign.in.email")} autoComplete="username" />
              <PasswordField name="password" label={t("sign.in.password")} autoComplete="current-password" />
              {hidden}
              <SubmitButton look="quiet">{t("sign.in.title")}</SubmitButton>
              <Link to="/reset">{t("sign.in.forgot")}</Link>
            </Fields>
          </ReplyForm>
        </Disclosure>
        <OtherWays ways={ways} to={to} reply={reply} />
      </Card>
      <p>
        {t("sign.in.none")} <Link to={to ? `/sign-up?to=${encodeURIComponent(to)}` : "/sign-up"}>{t("sign.in.to_sign_up")}</Link>
      </p>
    </Page>
  );
}
