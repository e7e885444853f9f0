import type { ReactNode } from "react";
import { RefusedAct } from "../forms/parts";
import css from "./Page.module.css";

/** The frame of a page: its title, a lead, what to do, why a button did nothing, and the content in one column of the right width. */
export function Page(props: {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  width?: "narrow" | "middle" | "wide";
  children: ReactNode;
}) {
  const { title, lead, actions, width = "wide", children } = props;
  return (
    <div className={width === "wide" ? css.page : `${css.page} ${css[width]}`}>
      <div className={css.head}>
        <div className={css.titles}>
          <h1>{title}</h1>
          {lead ? <p className={css.lead}>{lead}</p> : null}
        </div>
        {actions}
      </div>
      <RefusedAct />
      {children}
    </div>
  );
}

/** What stands where nothing is yet: what this place is for and what to do next. */
export function EmptyState({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <div className={css.empty}>
      <h2>{title}</h2>
      <p>{text}</p>
      {action}
    </div>
  );
}
