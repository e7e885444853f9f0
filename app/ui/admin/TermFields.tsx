import { LOCALES } from "~/domain/kernel/actor";
import { WORD_KINDS } from "~/domain/ideas/idea";
import { SelectField, TextArea, TextField } from "../forms/fields";
import { useT } from "../i18n";

type InEach<T> = Readonly<Record<(typeof LOCALES)[number], T>>;

export interface TermValues {
  readonly kind: string;
  readonly labels?: InEach<string>;
  readonly synonyms?: InEach<readonly string[]>;
  readonly parentId?: string | null;
  readonly needKind?: string | null;
}

/** The names of a term in each language, its synonyms, its place and what it is looked for as. */
export function TermFields({ values, parents }: { values: TermValues; parents: readonly { value: string; label: string }[] }) {
  const t = useT();
  const { kind, labels, synonyms, parentId, needKind } = values;
  return (
    <>
      {LOCALES.map((lang) => (
        <TextField
          key={lang}
          name={`labels.${lang}`}
          label={t("terms.name_in", { language: t(`locale.${lang}`) })}
          initial={labels?.[lang]}
          maxLength={80}
        />
      ))}
      {kind === "skill" || kind === "resource" ? (
        <SelectField
          name="needKind"
          label={t("terms.need_kind")}
          initial={needKind ?? ""}
          options={[{ value: "", label: "" }, ...WORD_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))]}
        />
      ) : null}
      <SelectField
        name="parentId"
        label={t("terms.parent")}
        optional
        initial={parentId ?? ""}
        options={[{ value: "", label: t("terms.parent.none") }, ...parents]}
      />
      {LOCALES.map((lang) => (
        <TextArea
          key={lang}
          name={`synonyms.${lang}`}
          label={t("terms.synonyms_in", { language: t(`locale.${lang}`) })}
          hint={t("terms.synonyms_hint")}
          optional
          rows={3}
          initial={synonyms?.[lang].join("\n")}
        />
      ))}
    </>
  );
}
