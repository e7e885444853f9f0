import type { ButtonHTMLAttributes, ReactNode } from "react";
import css from "./Button.module.css";
import { Link } from "./Link";

export type Look = "primary" | "quiet" | "danger" | "link";

function classes(look: Look, small?: boolean): string {
  return [css.button, css[look], small && look !== "link" ? css.small : ""].filter(Boolean).join(" ");
}

/** A button of the house: one primary a page, the others quiet. */
export function Button({ look = "quiet", small, ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { look?: Look; small?: boolean }) {
  return <button type="button" {...rest} className={classes(look, small)} />;
}

/** A link that looks like a button. */
export function ButtonLink({
  to,
  look = "quiet",
  small,
  reload,
  label,
  children,
}: {
  to: string;
  look?: Look;
  small?: boolean;
  reload?: boolean;
  /** What it says to who does not see what stands around it. */
  label?: string;
  children: ReactNode;
}) {
  return (
    <Link to={to} reloadDocument={reload} prefetch={reload ? "none" : "intent"} aria-label={label} className={classes(look, small)}>
      {children}
    </Link>
  );
}
