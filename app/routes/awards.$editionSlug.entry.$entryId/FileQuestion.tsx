import { useState } from "react";
import type { ChangeEvent } from "react";
import { FILE_TYPES, fileInput, sizeText } from "~/domain/awards/files/entry-file";
import type { FormField } from "~/domain/awards/form-field";
import { FileLink } from "~/ui/awards/FileLink";
import { useLabel } from "~/ui/awards/labels";
import { FileField } from "~/ui/forms/FileField";
import { SubmitButton } from "~/ui/forms/parts";
import { useLocale, useT } from "~/ui/i18n";
import css from "./Entry.module.css";
import type { EntryData } from "./route";

const ACCEPT = [...Object.keys(FILE_TYPES), ...Object.values(FILE_TYPES).map((ending) => `.${ending}`)].join(",");

/** A question for a file: what it has now, and another to choose. With JavaScript a file is on its way as soon as it is chosen. */
export function FileQuestion({ field, entry }: { field: FormField; entry: EntryData }) {
  const t = useT();
  const label = useLabel();
  const locale = useLocale();
  const [tooBig, setTooBig] = useState(false);
  const file = entry.files[field.key];
  const most = sizeText(entry.uploadMost, locale);
  const hints = [
    label(field.help),
    field.audience === "organiser" ? t("edition.field.for_organiser") : "",
    t("files.hint", { size: most }),
    file ? t("files.replace_hint") : "",
  ];
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const [chosen] = currentTarget.files ?? [];
    if (!chosen) return;
    setTooBig(chosen.size > entry.uploadMost);
    // What is too large would only be refused at the other end.
    if (chosen.size > entry.uploadMost) currentTarget.value = "";
    else currentTarget.form?.requestSubmit(currentTarget.form.querySelector<HTMLButtonElement>("button[value=save]"));
  };
  return (
    <FileField
      name={fileInput(field.key)}
      label={label(field.label)}
      hint={hints.filter(Boolean).join(" ")}
      optional={!field.required}
      accept={ACCEPT}
      problem={tooBig ? t("files.problem.too_big", { size: most }) : undefined}
      onChange={onChange}
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
