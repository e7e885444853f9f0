import { AUDIENCES, FIELD_KINDS, HELP_MAX, LABEL_MAX } from "~/domain/awards/form-field";
import type { FormField } from "~/domain/awards/form-field";
import { optionLines } from "~/domain/awards/form-options";
import { InLanguages } from "~/ui/awards/InLanguages";
import { useLabel } from "~/ui/awards/labels";
import { CheckCards, CheckField, RadioCards, SelectField, TextArea, TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import type { FormPageData } from "./route";

/** The form of one question; a new one without `field`. What does not go with its kind is left aside by the server. */
export function FieldForm({ page, field, reply }: { page: FormPageData; field?: FormField; reply: Reply | null }) {
  const t = useT();
  const label = useLabel();
  const intent = field ? `save:${field.key}` : "add";
  const kind = field?.kind;
  return (
    <ReplyForm key={JSON.stringify(field ?? page.fields.length)} formId={field?.key ?? "new"} intent={intent} reply={reply}>
      <Fields>
        <ErrorSummary />
        {field ? <input type="hidden" name="key" value={field.key} /> : null}
        {kind === undefined ? (
          <SelectField
            name="kind"
            label={t("edition.field.kind")}
            initial="text"
            options={FIELD_KINDS.map((value) => ({ value, label: t(`edition.field.kind.${value}`) }))}
          />
        ) : null}
        <InLanguages name="label" label={t("edition.field.label")} initial={field?.label} maxLength={LABEL_MAX} />
        <InLanguages name="help" label={t("edition.field.help")} initial={field?.help} maxLength={HELP_MAX} optional />
        {kind === undefined || kind === "text" ? (
          <TextField
            name="wordsMax"
            label={t("edition.field.words_max")}
            hint={t("edition.field.words_hint")}
            initial={field?.wordsMax?.toString()}
            maxLength={4}
            optional
          />
        ) : null}
        {kind === undefined || kind === "choice" ? (
          <TextArea
            name="options"
            label={t("edition.field.options")}
            hint={t("edition.field.options_hint")}
            initial={field ? optionLines(field.options) : ""}
            rows={4}
            maxLength={4_000}
            optional
          />
        ) : null}
        <CheckField name="required" label={t("edition.field.required")} initial={field?.required} />
        <RadioCards
          name="audience"
          legend={t("edition.field.audience")}
          initial={field?.audience ?? "jury"}
          options={AUDIENCES.map((value) => ({ value, label: t(`edition.field.audience.${value}`) }))}
        />
        {page.categories.length > 1 ? (
          <CheckCards
            name="categories"
            legend={t("edition.field.categories")}
            initial={field?.categories ?? []}
            options={page.categories.map(({ code, name }) => ({ value: code, label: label(name) }))}
          />
        ) : null}
        <SubmitButton look={field ? "quiet" : "primary"}>{field ? t("form.save") : t("edition.form.add")}</SubmitButton>
      </Fields>
    </ReplyForm>
  );
}
