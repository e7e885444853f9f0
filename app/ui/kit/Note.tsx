import type { ReactNode } from "react";
import css from "./Note.module.css";

/** Something the reader must know first. */
export function Note({ children }: { children: ReactNode }) {
  return <p className={css.note}>{children}</p>;
}
