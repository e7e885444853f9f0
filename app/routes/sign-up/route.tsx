import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { campusChoices } from "~/domain/campus/queries";
import { instanceOf } from "~/domain/identity/access/instance";
import { signUpForm } from "~/domain/identity/forms";
import { requestAccountLink } from "~/domain/identity/request-account-link";
import { loadDraft } from "~/domain/ideas/queries-mine";
import { isPerson } from "~/domain/kernel/actor";
import { JoinFields } from "~/ui/access/JoinFields";
import { TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { claimHashFrom, claimOf } from "~/web/draft";
import { parseForm } from "~/web/forms";
import { safeRedirect } from "~/web/redirect";
import { refuseForm } from "~/web/respond";
import { defineAction, defineLoader, limitRate } from "~/web/route";
import { MAIL_RATE } from "~/web/sign-in";

export const handle: PageHandle = { title: "sign.up.title" };

export const loader = defineLoader(async ({ ctx, request }) => {
  const to = safeRedirect(ctx.url.searchParams.get("to"), "");
  if (isPerson(ctx.actor)) throw redirect(to || "/greenhouse");
  const claim = claimOf(request, ctx.web);
  const draft = claim ? await loadDraft({ db: ctx.store.db, actor: ctx.actor }, { claim }) : null;
  return {
    to,
    isOpen: (await instanceOf(ctx.store.db)).signUpOpen,
    campuses: await campusChoices(ctx.store.db),
    draftTitle: draft?.content.title ?? null,
    draftCampus: draft?.content.campusId ?? null,
  };
});

export const action = defineAction(async ({ ctx, request, form }) => {
  const parsed = parseForm(form, signUpForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { name, email, ageBand, campusId, to } = parsed.value;
  await limitRate(ctx, MAIL_RATE, email);
  const draftClaim = claimHashFrom(claimOf(request, ctx.web)) ?? undefined;
  await requestAccountLink(ctx, {
    email,
    locale: ctx.actor.locale,
    intent: "sign_up",
    signUp: { name, ageBand, campusId, draftClaim },
    to,
  });
  return redirect("/sign-in/sent", 303);
});

export default function SignUp() {
  const t = useT();
  const { to, isOpen, campuses, draftTitle, draftCampus } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply;
  return (
    <Page title={t("sign.up.title")} lead={draftTitle ? t("sign.up.draft", { title: draftTitle }) : t("sign.up.lead")} width="narrow">
      {isOpen ? null : <Note>{t("error.sign_up_closed")}</Note>}
      <Card>
        <ReplyForm formId="up" reply={reply}>
          <Fields>
            <ErrorSummary />
            <TextField name="name" label={t("sign.up.name")} autoComplete="name" />
            <TextField name="email" type="email" label={t("sign.in.email")} hint={t("sign.up.email_hint")} autoComplete="email" />
            <JoinFields campuses={campuses} campusId={draftCampus} />
            <input type="hidden" name="to" value={to} />
            <SubmitButton>{t("sign.up.send")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
      <p>
        {t("sign.up.have")} <Link to="/sign-in">{t("sign.in.title")}</Link>
      </p>
      <p>
        {t("sign.up.company")} <Link to="/companies/register">{t("sign.up.company_link")}</Link>
      </p>
    </Page>
  );
}
