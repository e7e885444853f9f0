import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { linkOidc } from "~/domain/identity/oidc/link-oidc";
import { DeadLink } from "~/ui/access/DeadLink";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ProofFields } from "~/ui/forms/ProofFields";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { waitingFor } from "~/web/oidc";
import { requireSignIn } from "~/web/ctx";
import { notLookedThrough, proofIn, proofNeeded } from "~/web/proof";
import { safeRedirect } from "~/web/redirect";
import { defineLoader, definePersonAction } from "~/web/route";
import { dropStep, stepOf } from "~/web/step-cookie";
import { setToast } from "~/web/toast";

export const handle: PageHandle = { title: "keys.oidc.link.page" };

/** What waits to be linked, and whether its person is the one who looks. */
export const loader = defineLoader(async ({ ctx, request }) => {
  const waiting = await waitingFor(ctx, request);
  const who = ctx.actor.personId === null ? "nobody" : ctx.actor.personId === waiting?.personId ? "owner" : "other";
  const proofOf = who === "owner" ? await proofNeeded(requireSignIn(ctx)) : null;
  return { name: ctx.web.oidc?.name ?? "", email: waiting?.personId ? waiting.email : null, who, proofOf };
});

export const action = definePersonAction(async ({ ctx, request, form }) => {
  await waitingFor(ctx, request);
  const own = notLookedThrough(ctx);
  const { to } = await linkOidc(own, ctx.web.vault, stepOf(request, ctx.web, "oidc"), await proofIn(own, form));
  dropStep(ctx.web, "oidc");
  setToast(ctx.web, { key: "keys.oidc.linked" });
  return redirect(safeRedirect(to, "/account/keys"), 303);
});

export default function LinkOidc() {
  const t = useT();
  const { name, email, who, proofOf } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  if (email === null) {
    return (
      <DeadLink title={t("keys.oidc.gone")} lead={t("keys.oidc.expired")} to="/sign-in">
        {t("sign.in.title")}
      </DeadLink>
    );
  }
  return (
    <Page title={t("keys.oidc.link.title", { name })} lead={t("keys.oidc.link.lead", { name, email })} width="narrow">
      <Card>
        <p>{t(`keys.oidc.link.${who as "nobody" | "owner" | "other"}`, { name })}</p>
        {who === "owner" ? (
          <ReplyForm formId="link" reply={reply}>
            <Fields>
              <ErrorSummary />
              {proofOf ? <ProofFields {...proofOf} /> : null}
              <SubmitButton>{t("keys.oidc.link.yes", { name })}</SubmitButton>
            </Fields>
          </ReplyForm>
        ) : null}
        {who === "nobody" ? (
          <p>
            <ButtonLink to={`/sign-in?to=${encodeURIComponent("/sign-in/oidc/link")}`} look="primary">
              {t("sign.in.title")}
            </ButtonLink>
          </p>
        ) : null}
        {who === "other" ? (
          <p>
            <Link to="/account">{t("nav.account")}</Link>
          </p>
        ) : null}
      </Card>
    </Page>
  );
}
