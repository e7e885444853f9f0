import type { EntryContent } from "~/domain/awards/entry";
import type { Answered } from "~/domain/awards/form-field";
import { useT } from "../i18n";
import css from "./Dossier.module.css";
import { FileLink } from "./FileLink";
import { useLabel } from "./labels";

/** An entry as the jury reads it. The title is the page's or the section's own. */
export function Dossier(props: { content: EntryContent; answers: readonly Answered[]; /** Of the edition. */ slug: string }) {
  const { content, answers, slug } = props;
  const t = useT();
  return (
    <div className={css.dossier}>
      <p className={css.pitch} lang={content.lang}>
        {content.pitch}
      </p>
      {content.description.trim() === "" ? null : (
        <section>
          <h2 className={css.part}>{t("awards.dossier.description")}</h2>
          <p className={css.text} lang={content.lang}>
            {content.description}
          </p>
        </section>
      )}
      <Answers answers={answers} lang={content.lang} slug={slug} />
    </div>
  );
}

/** What was answered to the questions of a form. */
export function Answers({ answers, lang, slug }: { answers: readonly Answered[]; lang: string; slug: string }) {
  const label = useLabel();
  return (
    <>
      {answers.map((answer) => (
        <section key={answer.key}>
          <h2 className={css.part}>{label(answer.label)}</h2>
          <Answer answer={answer} lang={lang} slug={slug} />
        </section>
      ))}
    </>
  );
}

function Answer({ answer, lang, slug }: { answer: Answered; lang: string; slug: string }) {
  const t = useT();
  const label = useLabel();
  if (answer.file) return <FileLink file={answer.file} slug={slug} name={label(answer.label)} />;
  if (answer.option) return <p>{label(answer.option)}</p>;
  if (answer.kind === "link" || answer.kind === "video") {
    return (
      <p className={css.link}>
        <a href={answer.text} rel="noopener noreferrer nofollow" target="_blank">
          {answer.text}
        </a>{" "}
        ({t("edition.new_window")})
      </p>
    );
  }
  return (
    <p className={css.text} lang={lang}>
      {answer.text}
    </p>
  );
}
