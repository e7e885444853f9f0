import type { ReactNode } from "react";
import css from "./Chip.module.css";

/** A short fact. Needs are terracotta, offers leaf, everywhere. */
export function Chip({
  tone = "plain",
  lang,
  children,
}: {
  tone?: "plain" | "need" | "offer" | "sun";
  lang?: string;
  children: ReactNode;
}) {
  return (
    <li className={tone === "plain" ? css.chip : `${css.chip} ${css[tone]}`} lang={lang}>
      {children}
    </li>
  );
}

/** Chips in a row that wraps. */
export function Chips({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className={css.list} aria-label={label}>
      {children}
    </ul>
  );
}
