import type { ReactNode } from "react";
import css from "./Card.module.css";

/** A sheet of paper on the page. */
export function Card({
  as: Tag = "section",
  label,
  children,
}: {
  as?: "section" | "article" | "div" | "li";
  label?: string;
  children: ReactNode;
}) {
  return (
    <Tag className={`${css.card} ${css.stack}`} aria-label={label}>
      {children}
    </Tag>
  );
}
