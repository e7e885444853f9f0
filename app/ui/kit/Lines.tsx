import type { ReactNode } from "react";
import css from "./Lines.module.css";

/** A list inside a card: what each thing is at the left, what can be done with it at the right. Its children are `li`. */
export function Lines({ children }: { children: ReactNode }) {
  return <ul className={css.lines}>{children}</ul>;
}
