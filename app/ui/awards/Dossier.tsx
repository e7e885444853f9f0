import type { EntryContent } from "~/domain/awards/entry";
import type { Answered } from "~/domain/awards/form-field";
import { useT } from "../i18n";
import css from "./Dossier.module.css";
import { useLabel } from "./labels";

/** An entry as the jury reads it. The title is the page's or the section's own. */
export function Dossier({ content, answers }: { content: EntryContent; answers: readonly Answered[] }) {
  const t = useT();
  const label = useLabel();
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
      {answers.map((answer) => (
        <section key={answer.key}>
          <h2 className={css.part}>{label(answer.label)}</h2>
          <Answer answer={answer} lang={content.lang} />
        </section>
      ))}
    </div>
  );
}

function Answer({ answer, lang }: { answer: Answered; lang: string }) {
  const t = useT();
  const label = useLabel();
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
