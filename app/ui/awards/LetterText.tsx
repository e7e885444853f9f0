import css from "./LetterText.module.css";

/** The text of a letter as it was written: paragraphs, and lists by dashes. */
export function LetterText({ body, lang }: { body: string; lang: string }) {
  return (
    <div className={css.letter} lang={lang}>
      {body
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== "")
        .map((paragraph, i) => (
          <p key={i}>{paragraph}</p>
        ))}
    </div>
  );
}
