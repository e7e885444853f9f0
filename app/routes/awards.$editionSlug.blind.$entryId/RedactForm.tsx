import type { RedactLink, RedactText } from "~/domain/awards/blind/queries";
import { useLabel } from "~/ui/awards/labels";
import { CheckField, TextArea, TextField } from "~/ui/forms/fields";
import { Actions, ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { OneFile } from "./OneFile";
import css from "./Redact.module.css";
import type { RedactData } from "./route";

/** What jurors of blind rounds will read, beside what the team sent in with the places marked that may give it away. */
export function RedactForm({ page, reply }: { page: RedactData; reply: Reply | null }) {
  const t = useT();
  return (
    <ReplyForm formId="redact" reply={reply} encType="multipart/form-data" noValidate>
      <Fields>
        <ErrorSummary />
        <input type="hidden" name="version" value={page.versionNo} />
        <input type="hidden" name="revision" value={page.revision} />
        {page.texts.map((text) => (
          <OneText key={text.key} text={text} lang={page.lang} />
        ))}
        {page.links.map((link) => (
          <OneLink key={link.key} link={link} />
        ))}
        {page.files.map((file) => (
          <OneFile key={file.key} file={file} slug={page.edition.slug} most={page.uploadMost} />
        ))}
        {page.editable ? (
          <Actions>
            {page.nextId === null ? null : (
              <SubmitButton name="intent" value="next">
                {t("blind.keep_next")}
              </SubmitButton>
            )}
            <SubmitButton name="intent" value="keep" look={page.nextId === null ? "primary" : "quiet"}>
              {t("blind.keep")}
            </SubmitButton>
          </Actions>
        ) : null}
      </Fields>
    </ReplyForm>
  );
}

function OneText({ text, lang }: { text: RedactText; lang: string }) {
  const t = useT();
  const label = useLabel();
  const { key } = text;
  const own = key === "title" || key === "pitch" || key === "description";
  const title = text.label ? label(text.label) : own ? t(`awards.dossier.${key}`) : key;
  const field = { name: `text.${key}`, label: t("blind.jury_reads", { field: title }), initial: text.value, optional: key !== "title" };
  const lines = Math.min(12, Math.max(3, Math.ceil(text.value.length / 60) + 1));
  return (
    <section className={css.pair}>
      <div>
        <h2 className={css.title}>{title}</h2>
        {text.marks > 0 ? <p className={css.marks}>{t("blind.marks", { count: text.marks })}</p> : null}
        <p className={css.original} lang={lang}>
          {text.original.map((stretch, i) =>
            stretch.kind === null ? (
              stretch.text
            ) : (
              <mark key={`${key}-${i}`} className={css.mark} title={t(`blind.mark.${stretch.kind}`)}>
                {stretch.text}
              </mark>
            ),
          )}
        </p>
      </div>
      <div lang={lang}>{key === "title" ? <TextField {...field} /> : <TextArea {...field} rows={lines} />}</div>
    </section>
  );
}

function OneLink({ link }: { link: RedactLink }) {
  const t = useT();
  const label = useLabel();
  return (
    <section className={css.pair}>
      <div>
        <h2 className={css.title}>{label(link.label)}</h2>
        <p className={css.original}>
          <a href={link.url} rel="noopener noreferrer nofollow" target="_blank">
            {link.url}
          </a>{" "}
          ({t("edition.new_window")})
        </p>
      </div>
      <CheckField name={`link.${link.key}`} label={t("blind.allow_link", { field: label(link.label) })} initial={link.allowed} />
    </section>
  );
}
