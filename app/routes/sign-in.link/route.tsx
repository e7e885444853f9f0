import { useLoaderData } from "@remix-run/react";
import { consumeAccountLink, peekAccountLink } from "~/domain/identity/consume-account-link";
import { DeadLink } from "~/ui/access/DeadLink";
import { SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { defineAction, defineLoader, limitRate } from "~/web/route";
import { enter, TOKEN_RATE } from "~/web/sign-in";

export const handle: PageHandle = { title: "sign.in.title" };

/** Shows what the link would do. Mail scanners open links, so nothing happens before the button. */
export const loader = defineLoader(async ({ ctx }) => {
  await limitRate(ctx, TOKEN_RATE);
  const token = ctx.url.searchParams.get("token") ?? "";
  return { token, link: await peekAccountLink(ctx.store.db, token, ctx.now) };
});

export const action = defineAction(async ({ ctx, request, form }) => {
  await limitRate(ctx, TOKEN_RATE);
  const token = form.get("token");
  return enter(ctx, request, { ...(await consumeAccountLink(ctx, typeof token === "string" ? token : "")), method: "link" });
});

export default function AccountLink() {
  const t = useT();
  const { token, link } = useLoaderData<typeof loader>();
  if (!link) {
    return <DeadLink to="/sign-in">{t("sign.link.again")}</DeadLink>;
  }
  const known = link.kind === "sign_in";
  return (
    <Page
      title={t("sign.link.title", { name: link.name })}
      lead={known ? t("sign.link.sign_in", { email: link.email }) : t("sign.link.sign_up", { email: link.email })}
      width="narrow"
    >
      <ReplyForm formId="enter">
        <input type="hidden" name="token" value={token} />
        <SubmitButton>{known ? t("sign.link.go") : t("sign.link.go_new")}</SubmitButton>
      </ReplyForm>
    </Page>
  );
}
