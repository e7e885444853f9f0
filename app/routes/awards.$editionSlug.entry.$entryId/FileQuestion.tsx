import { fileInput } from "~/domain/awards/files/entry-file";
import type { FormField } from "~/domain/awards/form-field";
import { FileLink } from "~/ui/awards/FileLink";
import { useLabel } from "~/ui/awards/labels";
import { FileField } from "~/ui/forms/FileField";
import { SubmitButton } from "~/ui/forms/parts";
import { useT } from "~/ui/i18n";
import css from "./Entry.module.css";
import type { EntryData } from "./route";

/** A question for a file: what it has now, and another to choose. With JavaScript a file is on its way as soon as it is chosen. */
export function FileQuestion({ field, entry }: { field: FormField; entry: EntryData }) {
  const t = useT();
  const label = useLabel();
  const file = entry.files[field.key];
  const hints = [
    label(field.help),
    field.audience === "organiser" ? t("edition.field.for_organiser") : "",
    file ? t("files.replace_hint") : "",
  ];
  const send = ({ form }: HTMLInputElement): void => form?.requestSubmit(form.querySelector<HTMLButtonElement>("button[value=save]"));
  return (
    <FileField
      name={fileInput(field.key)}
      label={label(field.label)}
      hint={hints.filter(Boolean).join(" ")}
      optional={!field.required}
      most={entry.uploadMost}
      onChosen={send}
    >
      {file ? (
        <p className={css.file}>
          <FileLink file={file} slug={entry.edition.slug} />
          <SubmitButton name="intent" value={`remove_file:${field.key}`} look="link" label={`${t("files.remove")}: ${file.name ?? ""}`}>
            {t("files.remove")}
          </SubmitButton>
        </p>
      ) : null}
    </FileField>
  );
}
