import { DESCRIPTION_MAX, ORGANISATION_NAME_MAX } from "~/domain/campus/campus";
import { LOCALES } from "~/domain/kernel/actor";
import { TextArea, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";

/** Adds a company or partner. */
export function NewOrganisation({ reply }: { reply: Reply | null }) {
  const t = useT();
  return (
    <Card>
      <h2>{t("campus.organisation.new")}</h2>
      <ReplyForm formId="organisation" reply={reply} intent="organisation">
        <Fields>
          <ErrorSummary />
          <TextField name="name" label={t("campus.organisation.name")} maxLength={ORGANISATION_NAME_MAX} autoComplete="off" />
          <TextField
            name="website"
            type="url"
            label={t("campus.organisation.website")}
            hint={t("campus.organisation.website_hint")}
            optional
          />
          <Disclosure label={t("campus.organisation.describe")} open={reply?.intent === "organisation"}>
            {LOCALES.map((locale) => (
              <TextArea
                key={locale}
                name={`description.${locale}`}
                label={t("campus.organisation.description", { language: t(`locale.${locale}`) })}
                rows={2}
                maxLength={DESCRIPTION_MAX}
                optional
              />
            ))}
          </Disclosure>
          <SubmitButton look="quiet">{t("campus.organisation.add")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Card>
  );
}
