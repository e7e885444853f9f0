import type { ReactNode } from "react";
import css from "./Figures.module.css";

/** How much there is of what, side by side. */
export function Figures({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul className={css.figures} aria-label={label}>
      {children}
    </ul>
  );
}

/** One of them; `alarm` when it asks for somebody. */
export function Figure({ alarm, children }: { alarm?: boolean; children: ReactNode }) {
  return <li className={alarm ? css.alarm : undefined}>{children}</li>;
}
