import type { ReactNode } from "react";
import css from "./Table.module.css";

/**
 * A table whose rows become blocks on a phone; the roles keep it a table. `wide`: it does so on a small tablet too. A
 * stylesheet of the page gives the columns their widths, from the width at which it is a table.
 */
export function Table(props: { caption: string; columns: readonly string[]; wide?: boolean; className?: string; children: ReactNode }) {
  const { caption, columns, wide, className, children } = props;
  return (
    <table className={[css.table, wide ? css.wide : "", className ?? ""].filter(Boolean).join(" ")} role="table">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} role="columnheader" scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  );
}
