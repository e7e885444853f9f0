import { DOSSIER_FIELDS, DOSSIER_MAX, DOSSIER_REQUIRED } from "~/domain/awards/entry";
import type { DossierField } from "~/domain/awards/entry";
import { answerOf, fieldName } from "~/domain/awards/form-field";
import { LOCALES } from "~/domain/kernel/actor";
import { useLabel } from "~/ui/awards/labels";
import { SelectField, TextArea, TextField } from "~/ui/forms/fields";
import { Actions, ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { SaveNote } from "~/ui/forms/SaveNote";
import { useAutosave } from "~/ui/forms/useAutosave";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Time } from "~/ui/when";
import { FileQuestion } from "./FileQuestion";
import { FormQuestion, useFieldLabel } from "./FormQuestion";
import type { Stale } from "./perform.server";
import type { EntryData } from "./route";

const OWN_FORM = /^(autosave|save|submit|remove_file:.+)$/;

/** The dossier; what a team types is kept on the server while typing. */
export function DossierForm(props: {
  entry: EntryData;
  reply: Reply | null;
  stale: Stale | null;
  saved: { readonly draftId: string; readonly revision: number } | null;
}) {
  const { entry, stale } = props;
  const t = useT();
  const label = useLabel();
  const here = `/awards/${entry.edition.slug}/entry/${entry.entryId}`;
  const first = props.saved ?? { draftId: entry.entryId, revision: stale?.revision ?? entry.revision };
  const { onInput, onSubmit, draft, saveState } = useAutosave(here, first);
  const reply = props.reply && OWN_FORM.test(props.reply.intent) ? props.reply : null;
  const encType = entry.fields.some(({ kind }) => kind === "file") ? "multipart/form-data" : undefined;
  const languages = LOCALES.map((one) => ({ value: one, label: t(`locale.${one}`) }));
  return (
    <ReplyForm formId="dossier" reply={reply} onInput={onInput} onSubmit={onSubmit} encType={encType} noValidate>
      <Fields>
        <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true" />
        <ErrorSummary />
        {stale ? <StoredMeanwhile stale={stale} fields={entry.fields} /> : null}
        <input type="hidden" name="revision" value={draft?.revision ?? entry.revision} />
        <SelectField
          name="categoryId"
          label={t("awards.enter.category")}
          initial={entry.categoryId}
          options={entry.categories.map((one) => ({ value: one.id, label: label(one.name) }))}
        />
        {DOSSIER_FIELDS.map((field) => (
          <DossierText key={field} field={field} initial={entry.content[field]} />
        ))}
        {entry.fields.map((field) =>
          field.kind === "file" ? (
            <FileQuestion key={`${field.key}-${entry.files[field.key]?.fileId ?? ""}`} field={field} entry={entry} />
          ) : (
            <FormQuestion key={field.key} field={field} initial={answerOf(entry.content, field.key)} />
          ),
        )}
        <SelectField name="lang" label={t("awards.entry.lang")} initial={entry.content.lang} options={languages} />
        {entry.may.edit ? <p>{t("awards.entry.public_note")}</p> : null}
        <Actions>
          {entry.may.edit ? (
            <SubmitButton name="intent" value="submit">
              {entry.state === "submitted" ? t("awards.entry.submit_again") : t("awards.entry.submit")}
            </SubmitButton>
          ) : null}
          <SubmitButton name="intent" value="save" look="quiet">
            {t("form.save")}
          </SubmitButton>
          {saveState.kind === "idle" ? (
            <span>
              {t("awards.entry.saved_at")} <Time at={entry.savedAt} />
            </span>
          ) : (
            <SaveNote state={saveState} />
          )}
        </Actions>
      </Fields>
    </ReplyForm>
  );
}

function DossierText({ field, initial }: { field: DossierField; initial: string }) {
  const t = useT();
  const common = {
    name: field,
    label: t(`awards.dossier.${field}`),
    hint: t(`awards.dossier.${field}_hint`),
    initial,
    maxLength: DOSSIER_MAX[field],
    optional: !(DOSSIER_REQUIRED as readonly string[]).includes(field),
  };
  if (field === "title") return <TextField {...common} />;
  return <TextArea {...common} rows={field === "pitch" ? 3 : 6} />;
}

function StoredMeanwhile({ stale, fields }: { stale: Stale; fields: EntryData["fields"] }) {
  const t = useT();
  const named = useFieldLabel(fields);
  const { stored } = stale;
  const own = DOSSIER_FIELDS.map((field) => [field, stored[field]] as const);
  const asked = fields.map(({ key }) => [fieldName(key), answerOf(stored, key)] as const);
  return (
    <Card label={t("awards.entry.stale")}>
      <Disclosure label={t("awards.entry.stale")} open>
        <dl>
          {[...own, ...asked]
            .filter(([, text]) => text !== undefined && text !== "")
            .map(([name, text]) => (
              <div key={name} lang={stored.lang}>
                <dt>
                  <strong>{named(name)}</strong>
                </dt>
                <dd>{text}</dd>
              </div>
            ))}
        </dl>
      </Disclosure>
    </Card>
  );
}
