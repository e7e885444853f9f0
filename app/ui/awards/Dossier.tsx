import type { EntryContent } from "~/domain/awards/entry";
import { useT } from "../i18n";
import css from "./Dossier.module.css";

const PARTS = ["description", "problem", "done", "next"] as const;

/** An entry as the jury reads it. The title is the page's or the section's own. */
export function Dossier({ content }: { content: EntryContent }) {
  const t = useT();
  return (
    <div className={css.dossier} lang={content.lang}>
      <p className={css.pitch}>{content.pitch}</p>
      {PARTS.filter((part) => content[part].trim() !== "").map((part) => (
        <section key={part}>
          <h2 className={css.part}>{t(`awards.dossier.${part}`)}</h2>
          <p className={css.text}>{content[part]}</p>
        </section>
      ))}
    </div>
  );
}
