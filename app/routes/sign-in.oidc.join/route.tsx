import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { campusChoices } from "~/domain/campus/queries";
import { joinForm } from "~/domain/identity/forms";
import { joinByOidc } from "~/domain/identity/oidc/join-by-oidc";
import { NAME_MAX } from "~/domain/identity/person";
import { isPerson } from "~/domain/kernel/actor";
import { JoinFields } from "~/ui/access/JoinFields";
import { TextField } from "~/ui/forms/fields";
import { DeadLink } from "~/ui/access/DeadLink";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { waitingFor } from "~/web/oidc";
import { refuseForm } from "~/web/respond";
import { defineAction, defineLoader } from "~/web/route";
import { enter } from "~/web/sign-in";
import { dropStep, stepOf } from "~/web/step-cookie";

export const handle: PageHandle = { title: "sign.up.title" };

/** Somebody whom the other service knows and we do not: what it said of them, to be completed. */
export const loader = defineLoader(async ({ ctx, request }) => {
  const waiting = await waitingFor(ctx, request);
  if (isPerson(ctx.actor)) throw redirect("/greenhouse");
  const known = waiting?.personId === null ? { email: waiting.email, name: waiting.name } : null;
  return { service: ctx.web.oidc?.name ?? "", known, campuses: await campusChoices(ctx.store.db) };
});

export const action = defineAction(async ({ ctx, request, form }) => {
  await waitingFor(ctx, request);
  const parsed = parseForm(form, joinForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const joined = await joinByOidc(ctx, { ...parsed.value, secret: stepOf(request, ctx.web, "oidc"), locale: ctx.actor.locale });
  dropStep(ctx.web, "oidc");
  return enter(ctx, request, { ...joined, method: "oidc", isNew: true });
});

export default function JoinByOidc() {
  const t = useT();
  const { service, known, campuses } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  if (known === null) {
    return (
      <DeadLink title={t("keys.oidc.gone")} lead={t("keys.oidc.expired")} to="/sign-in">
        {t("sign.in.title")}
      </DeadLink>
    );
  }
  return (
    <Page title={t("sign.up.title")} lead={t("keys.oidc.join.lead", { name: service, email: known.email })} width="narrow">
      <Card>
        <ReplyForm formId="join" reply={reply}>
          <Fields>
            <ErrorSummary />
            <TextField name="name" label={t("sign.up.name")} initial={known.name} maxLength={NAME_MAX} autoComplete="name" />
            <JoinFields campuses={campuses} />
            <SubmitButton>{t("sign.up.send")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
    </Page>
  );
}
