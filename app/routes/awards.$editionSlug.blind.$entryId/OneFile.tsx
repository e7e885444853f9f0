import type { RedactFile } from "~/domain/awards/blind/queries";
import { fileInput } from "~/domain/awards/files/entry-file";
import { FileLink } from "~/ui/awards/FileLink";
import { useLabel } from "~/ui/awards/labels";
import { RadioCards } from "~/ui/forms/fields";
import { FileField } from "~/ui/forms/FileField";
import { useT } from "~/ui/i18n";
import css from "./Redact.module.css";

/** A file of the team, and what jurors of blind rounds get for it. */
export function OneFile({ file, slug, most }: { file: RedactFile; slug: string; /** Bytes. */ most: number }) {
  const t = useT();
  const label = useLabel();
  const title = label(file.label);
  const verdicts = (file.traces ? (["withhold", "replace"] as const) : (["withhold", "keep", "replace"] as const)).map((value) => ({
    value,
    label: t(`blind.verdict.${value}`),
  }));
  return (
    <section className={css.pair}>
      <div>
        <h2 className={css.title}>{title}</h2>
        <p>
          <FileLink file={file.original} slug={slug} />
        </p>
        {file.traces ? <p className={css.marks}>{t("blind.traces")}</p> : null}
      </div>
      <div className={css.choices}>
        <RadioCards
          name={`verdict.${file.key}`}
          legend={t("blind.jury_gets", { field: title })}
          options={verdicts}
          initial={file.verdict}
        />
        <FileField
          name={fileInput(file.key)}
          label={t("blind.instead", { field: title })}
          hint={t("blind.instead_hint")}
          most={most}
          optional
        >
          {file.instead ? (
            <p>
              {t("blind.instead_now")} <FileLink file={file.instead} slug={slug} />
            </p>
          ) : null}
        </FileField>
      </div>
    </section>
  );
}
