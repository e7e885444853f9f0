import type { ReactNode } from "react";
import css from "./ScrolledTable.module.css";

interface Props {
  /** Names the table. */
  readonly label: string;
  /** Heads of the columns; the children are the rows then, and all that is in the table otherwise. */
  readonly columns?: readonly string[];
  readonly className?: string;
  readonly children: ReactNode;
}

/** A table that scrolls sideways where there is no room for it, by the keyboard too. */
export function ScrolledTable({ label, columns, className, children }: Props) {
  return (
    <div className={css.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={className ? `${css.table} ${className}` : css.table}>
        {columns ? (
          <>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </>
        ) : (
          children
        )}
      </table>
    </div>
  );
}
