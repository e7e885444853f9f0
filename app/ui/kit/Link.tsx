import type { LinkProps as RouterLinkProps } from "@remix-run/react";
import { Link as RouterLink, useLocation } from "@remix-run/react";
import type { ReactNode } from "react";

export interface LinkProps extends Omit<RouterLinkProps, "to"> {
  readonly to: string;
}

/** The same anchor, written out: only the browser needs what Remix's link does around it (prefetching, going without a reload). */
function PlainLink({
  to,
  prefetch: _prefetch,
  discover: _discover,
  reloadDocument,
  replace: _replace,
  state: _state,
  preventScrollReset: _scroll,
  relative: _relative,
  viewTransition: _transition,
  ...anchor
}: LinkProps) {
  return <a {...anchor} href={to} data-discover={reloadDocument ? undefined : "true"} />;
}

/**
 * A link to another page of the site. `to` is written in full ("/ideas/7") or starts with "?" or "#". A page holds about fifty, and
 * Remix's own costs as much on the server as twenty plain elements; so there, addresses in full are written plainly.
 */
export function Link(props: LinkProps) {
  return typeof document === "undefined" && props.to.startsWith("/") ? <PlainLink {...props} /> : <RouterLink {...props} />;
}

/** A link of a menu; it is marked as the present one on its page and on those below. */
export function NavLink({ to, prefetch, children }: { to: string; prefetch?: LinkProps["prefetch"]; children: ReactNode }) {
  const { pathname } = useLocation();
  const isHere = pathname === to || pathname.startsWith(`${to}/`);
  return (
    <Link to={to} prefetch={prefetch} aria-current={isHere ? "page" : undefined}>
      {children}
    </Link>
  );
}
