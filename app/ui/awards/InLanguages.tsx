import { LOCALES } from "~/domain/kernel/actor";
import { TextArea, TextField } from "../forms/fields";
import { useT } from "../i18n";
import css from "./InLanguages.module.css";
import type { Labels } from "./labels";

interface Props {
  /** The fields are NAME.nl, NAME.fr and NAME.en. */
  readonly name: string;
  readonly label: string;
  readonly initial?: Labels;
  readonly maxLength: number;
  /** None of the languages is needed; else only the first, and the others take over its text. */
  readonly optional?: boolean;
  /** So many lines; one when absent. */
  readonly rows?: number;
}

/** One text in the languages of the house, beside each other where there is room. */
export function InLanguages({ name, label, initial, maxLength, optional, rows }: Props) {
  const t = useT();
  return (
    <div className={css.languages}>
      {LOCALES.map((locale) => {
        const field = {
          name: `${name}.${locale}`,
          label: `${label} (${t(`locale.${locale}`)})`,
          initial: initial?.[locale],
          maxLength,
          optional: optional === true || locale !== LOCALES[0],
        };
        return rows === undefined ? <TextField key={locale} {...field} /> : <TextArea key={locale} {...field} rows={rows} />;
      })}
    </div>
  );
}
