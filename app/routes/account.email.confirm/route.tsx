import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { confirmEmailChange, peekEmailChange } from "~/domain/identity/email-change/confirm-email-change";
import { isPerson } from "~/domain/kernel/actor";
import { DeadLink } from "~/ui/access/DeadLink";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { requireSignIn } from "~/web/ctx";
import { defineAction, defineLoader, limitRate } from "~/web/route";
import { renewSession, TOKEN_RATE } from "~/web/sign-in";
import { setToast } from "~/web/toast";

export const handle: PageHandle = { title: "access.email.confirm" };

/** Shows what the link would do; nothing happens before the button. */
export const loader = defineLoader(async ({ ctx }) => {
  await limitRate(ctx, TOKEN_RATE);
  const token = ctx.url.searchParams.get("token") ?? "";
  return { token, change: await peekEmailChange(ctx.store.db, token, ctx.now) };
});

export const action = defineAction(async ({ ctx, request, form }) => {
  await limitRate(ctx, TOKEN_RATE);
  const token = form.get("token");
  const { personId } = await confirmEmailChange(ctx, typeof token === "string" ? token : "");
  setToast(ctx.web, { key: "access.email.done" });
  if (!isPerson(ctx.actor) || ctx.actor.personId !== personId || !ctx.proof) return redirect("/sign-in", 303);
  await renewSession(requireSignIn(ctx), request, ctx.proof);
  return redirect("/account", 303);
});

export default function ConfirmEmail() {
  const t = useT();
  const { token, change } = useLoaderData<typeof loader>();
  if (!change) {
    return <DeadLink to="/account/email">{t("access.email.title")}</DeadLink>;
  }
  return (
    <Page title={t("access.email.confirm")} lead={t("access.email.confirm_lead", { email: change.newEmail })} width="narrow">
      <ReplyForm formId="confirm">
        <input type="hidden" name="token" value={token} />
        <SubmitButton>{t("access.email.confirm_go")}</SubmitButton>
      </ReplyForm>
    </Page>
  );
}
