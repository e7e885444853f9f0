import type { ReactNode } from "react";
import css from "./Disclosure.module.css";

/** Something that opens when asked for; works without JavaScript. */
export function Disclosure({ label, open, children }: { label: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details className={css.details} open={open}>
      <summary className={css.summary}>{label}</summary>
      <div className={css.body}>{children}</div>
    </details>
  );
}
