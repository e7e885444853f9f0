import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSecondStep, secondStepRule } from "~/domain/identity/access/require-second-step";
import { AdminNav } from "~/ui/admin/AdminNav";
import { CheckField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { defineAdminAction, defineAdminLoader, said } from "~/web/admin";

export const handle: PageHandle = { title: "access.admin.title" };

export const loader = defineAdminLoader(async ({ ctx }) => ({
  ...(await secondStepRule(ctx.store.db, ctx.actor, ctx.now)),
  factors: ctx.proof?.factors ?? 1,
  demo: ctx.web.env.DEMO,
  canKeep: ctx.web.vault.isOpen,
}));

export const action = defineAdminAction(async ({ ctx, form }) => {
  await requireSecondStep(ctx, { required: form.get("required") === "on", factors: ctx.proof?.factors ?? 1 });
  return said(ctx, "/admin/security", { key: "access.admin.saved" });
});

export default function SecurityRules() {
  const t = useT();
  const { required, staff, withStep, factors, demo, canKeep } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("access.admin.title")} lead={t("access.admin.lead")} width="middle">
      <AdminNav />
      <Card>
        <h2>{t("access.step")}</h2>
        <p>{t("access.admin.text")}</p>
        <p>{t("access.admin.count", { count: withStep, staff })}</p>
        {demo && !required ? <p>{t("access.asked.demo")}</p> : null}
        {canKeep ? null : <Note>{t("error.vault_closed")}</Note>}
        {factors < 2 && !required ? (
          <Note>
            {t("error.factor_needed")} <Link to="/account/security">{t("access.step.begin")}</Link>
          </Note>
        ) : null}
        <ReplyForm formId="rule" reply={reply}>
          <Fields>
            <ErrorSummary />
            <CheckField name="required" label={t("access.admin.required")} initial={required} />
            <SubmitButton>{t("access.admin.save")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
    </Page>
  );
}
