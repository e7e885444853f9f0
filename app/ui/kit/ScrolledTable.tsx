import type { ReactNode } from "react";
import css from "./ScrolledTable.module.css";

/** A table that scrolls sideways where there is no room for it, by the keyboard too; `label` names it. */
export function ScrolledTable({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <div className={css.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={className ? `${css.table} ${className}` : css.table}>{children}</table>
    </div>
  );
}
