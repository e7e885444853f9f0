/**
 * Makes the browser learn of an address before it is asked: Remix learns of addresses by the links on a page. A fetcher that asks for
 * one not learnt yet, while a form is being sent, ends the page with "not found".
 */
export function Discover({ path }: { path: string }) {
  return <a href={path} data-discover="true" hidden tabIndex={-1} aria-hidden="true" />;
}

/** Tells whether the browser has learnt of a route, by its id. */
export function isDiscovered(routeId: string): boolean {
  const { __remixManifest: manifest } = window as unknown as { __remixManifest?: { routes: Record<string, unknown> } };
  return manifest !== undefined && routeId in manifest.routes;
}
