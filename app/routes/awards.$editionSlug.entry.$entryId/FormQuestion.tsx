import { useState } from "react";
import { charsMax, countWords, fieldName } from "~/domain/awards/form-field";
import type { FormField } from "~/domain/awards/form-field";
import { useLabel } from "~/ui/awards/labels";
import { SelectField, TextArea, TextField } from "~/ui/forms/fields";
import { useT } from "~/ui/i18n";
import css from "./Entry.module.css";

/** One question of the form of the edition, with the input its kind needs. */
export function FormQuestion({ field, initial }: { field: FormField; initial: string }) {
  const t = useT();
  const label = useLabel();
  const readers = field.audience === "organiser" ? t("edition.field.for_organiser") : "";
  const common = {
    name: fieldName(field.key),
    label: label(field.label),
    hint: [label(field.help), readers].filter(Boolean).join(" "),
    initial,
    optional: !field.required,
    maxLength: charsMax(field),
  };
  switch (field.kind) {
    case "text":
      return field.wordsMax === null ? <TextArea {...common} rows={6} /> : <CountedText {...common} max={field.wordsMax} />;
    case "choice": {
      const options = field.options.map(({ code, label: text }) => ({ value: code, label: label(text) }));
      return <SelectField {...common} options={[{ value: "", label: t("edition.field.choose") }, ...options]} />;
    }
    case "link":
    case "video":
      return <TextField {...common} type="url" />;
    default:
      return <TextField {...common} />;
  }
}

/** A text with a limit in words, counted while typing as the server counts. */
function CountedText({ max, ...field }: Parameters<typeof TextArea>[0] & { max: number }) {
  const t = useT();
  const [words, setWords] = useState(countWords(field.initial ?? ""));
  return (
    <div onInput={(event) => setWords(countWords((event.target as HTMLTextAreaElement).value))}>
      <TextArea {...field} rows={6} />
      <p className={css.words} data-over={words > max || undefined}>
        {t("edition.words", { words, count: max })}
      </p>
    </div>
  );
}

/** Names a field of the dossier, given its name in the form. */
export function useFieldLabel(fields: readonly FormField[]): (name: string) => string {
  const t = useT();
  const label = useLabel();
  return (name) => {
    if (name === "title" || name === "pitch" || name === "description") return t(`awards.dossier.${name}`);
    const field = fields.find(({ key }) => fieldName(key) === name);
    return field ? label(field.label) : name;
  };
}
