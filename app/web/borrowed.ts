import type { WebCtx } from "./ctx";

/** The way back to the admin's own account, and the way out. */
const WAYS_OUT: readonly string[] = ["/return", "/sign-out"];

/**
 * Pages with what is between a person and the others: secrets of the account, everything kept of them, what they write in private or to
 * few (rooms, talks, what teams ask each other, whom they want to meet again), and what a juror alone knows before it counts.
 */
const PRIVATE =
  /^\/(account\/.|rooms(\/|$)|calendar\/|coaching\/session\/|interest\/|sessions\/[^/]+\/run(\/|$)|awards\/[^/]+\/(jury|council|deliberation|papers|vote)(\/|$))/;

/**
 * Whether this request is closed to an admin who looks through the eyes of somebody: everything that writes but the ways out, and
 * the pages nobody but the person may read. The one place where it is decided, for every loader and action.
 */
export function closedToBorrower(ctx: Pick<WebCtx, "proof" | "url">, method: string): boolean {
  if (!ctx.proof?.impersonatorId) return false;
  const path = asRouted(ctx.url.pathname);
  if (method !== "GET" && method !== "HEAD") return !WAYS_OUT.includes(path);
  return PRIVATE.test(path);
}

/** The address as the router reads it: `/Rooms`, `//rooms`, `/%72ooms` and `/rooms.data` are one page. */
function asRouted(pathname: string): string {
  let path = pathname;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    // The router does not read it either.
  }
  return path
    .toLowerCase()
    .replace(/\/+/g, "/")
    .replace(/\.data$/, "");
}
