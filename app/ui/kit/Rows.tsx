import type { ReactNode } from "react";
import css from "./Rows.module.css";

/** A titled list of things to look at or act on. */
export function Rows({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.section}>
      <h2>{title}</h2>
      <ul className={css.list}>{children}</ul>
    </section>
  );
}

/** One thing: what it is, the facts below it, what can be done beside it. */
export function Row({ title, facts, lang, children }: { title: ReactNode; facts?: ReactNode; lang?: string; children?: ReactNode }) {
  return (
    <li className={css.row}>
      <div className={css.text}>
        <p className={css.title} lang={lang}>
          {title}
        </p>
        {facts ? <p className={css.facts}>{facts}</p> : null}
      </div>
      {children ? <div className={css.acts}>{children}</div> : null}
    </li>
  );
}
