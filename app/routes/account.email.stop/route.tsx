import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { peekEmailStop, stopEmailChange } from "~/domain/identity/email-change/stop-email-change";
import { DeadLink } from "~/ui/access/DeadLink";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { defineAction, defineLoader, limitRate } from "~/web/route";
import { TOKEN_RATE } from "~/web/sign-in";

export const handle: PageHandle = { title: "access.email.stop" };

/** Shows what the link would do; nothing happens before the button. */
export const loader = defineLoader(async ({ ctx }) => {
  await limitRate(ctx, TOKEN_RATE);
  const token = ctx.url.searchParams.get("token") ?? "";
  return { token, state: await peekEmailStop(ctx.store.db, token, ctx.now) };
});

export const action = defineAction(async ({ ctx, form }) => {
  await limitRate(ctx, TOKEN_RATE);
  const token = form.get("token");
  await stopEmailChange(ctx, typeof token === "string" ? token : "");
  return redirect("/sign-in/sent", 303);
});

export default function StopEmail() {
  const t = useT();
  const { token, state } = useLoaderData<typeof loader>();
  if (!state) {
    return <DeadLink to="/">{t("error.home")}</DeadLink>;
  }
  return (
    <Page title={t("access.email.stop")} lead={t(`access.email.stop_${state}`)} width="narrow">
      <p>{t("access.email.stop_text")}</p>
      <ReplyForm formId="stop">
        <input type="hidden" name="token" value={token} />
        <SubmitButton look="danger">{t("access.email.stop_go")}</SubmitButton>
      </ReplyForm>
    </Page>
  );
}
