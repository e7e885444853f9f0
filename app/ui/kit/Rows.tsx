import type { ReactNode } from "react";
import css from "./Rows.module.css";

/** A titled list of things to look at or act on. */
export function Rows({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.section}>
      <h2>{title}</h2>
      <List>{children}</List>
    </section>
  );
}

/** The list alone, for a page that names it in another way. */
export function List({ as: Tag = "ul", label, children }: { as?: "ul" | "ol"; label?: string; children: ReactNode }) {
  return (
    <Tag className={css.list} aria-label={label}>
      {children}
    </Tag>
  );
}

/** One thing that is more than a row: what is in it stands below each other. */
export function Block({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <li className={css.block} id={id}>
      {children}
    </li>
  );
}

/** One thing: what it is, the facts below it, what can be done beside it; a `face` before it when it is somebody. */
export function Row(props: { title: ReactNode; facts?: ReactNode; lang?: string; face?: ReactNode; children?: ReactNode }) {
  const { title, facts, lang, face, children } = props;
  const text = (
    <div className={css.text}>
      <p className={css.title} lang={lang}>
        {title}
      </p>
      {facts ? <p className={css.facts}>{facts}</p> : null}
    </div>
  );
  return (
    <li className={css.row}>
      {face ? (
        <div className={css.who}>
          {face}
          {text}
        </div>
      ) : (
        text
      )}
      {children ? <div className={css.acts}>{children}</div> : null}
    </li>
  );
}
