import type { CSSProperties, ReactNode } from "react";
import css from "./Columns.module.css";

const variable = (name: string, value: string | undefined): CSSProperties | undefined =>
  value === undefined ? undefined : ({ [name]: value } as CSSProperties);

/** Two things beside each other where there is room, else below each other. `first`: how wide the first is when the second is 1. */
export function Columns({ first, id, children }: { first?: number; id?: string; children: ReactNode }) {
  return (
    <div className={css.columns} id={id} style={variable("--first", first ? `${first}fr` : undefined)}>
      {children}
    </div>
  );
}

/** Several things below each other in one of the columns, so many rem apart. */
export function Column(props: { as?: "div" | "section"; gap?: number; id?: string; children: ReactNode }) {
  const { as: Tag = "div", gap, id, children } = props;
  return (
    <Tag className={css.column} id={id} style={variable("--gap", gap ? `${gap}rem` : undefined)}>
      {children}
    </Tag>
  );
}
