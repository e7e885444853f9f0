import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { instanceOf, setInstance } from "~/domain/identity/access/instance";
import { AdminNav } from "~/ui/admin/AdminNav";
import { CheckField, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { defineAdminAction, defineAdminLoader, said } from "~/web/admin";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";

export const handle: PageHandle = { title: "admin.area.settings" };

export const loader = defineAdminLoader(({ ctx }) => instanceOf(ctx.store.db));

const address = z
  .email("error.field.email")
  .max(254, "error.field.too_long")
  .optional()
  .transform((value) => value ?? "");
const settingsForm = z.object({
  signUpOpen: z
    .string()
    .optional()
    .transform((value) => value === "on"),
  contact: address,
  privacyContact: address,
});

export const action = defineAdminAction(async ({ ctx, form }) => {
  const parsed = parseForm(form, settingsForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await setInstance(ctx, parsed.value);
  return said(ctx, "/admin/settings", { key: "settings.saved" });
});

const ADDRESS = { type: "email", optional: true } as const;

/** What holds for everybody here. */
export default function AdminSettings() {
  const t = useT();
  const { signUpOpen, contact, privacyContact } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  return (
    <Page title={t("admin.area.settings")} lead={t("admin.area.settings.text")} width="middle">
      <AdminNav />
      <Card>
        <ReplyForm formId="settings" reply={reply}>
          <Fields>
            <ErrorSummary />
            <CheckField name="signUpOpen" label={t("settings.sign_up_open")} initial={signUpOpen} />
            <p>{t("settings.sign_up_text")}</p>
            <TextField name="contact" label={t("settings.contact")} hint={t("settings.contact_hint")} initial={contact} {...ADDRESS} />
            <TextField
              name="privacyContact"
              label={t("settings.privacy")}
              hint={t("settings.privacy_hint")}
              initial={privacyContact}
              {...ADDRESS}
            />
            <SubmitButton>{t("settings.save")}</SubmitButton>
          </Fields>
        </ReplyForm>
      </Card>
      <p>
        {t("settings.elsewhere")} <Link to="/admin/security">{t("admin.area.security")}</Link> ·{" "}
        <Link to="/admin/retention">{t("admin.area.retention")}</Link>
      </p>
    </Page>
  );
}
