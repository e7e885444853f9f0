/**
 * Makes the browser learn of an address before it is asked: Remix learns of addresses by the links on a page. A fetcher that asks for
 * one not learnt yet, while a form is being sent, ends the page with "not found".
 */
export function Discover({ path }: { path: string }) {
  return <a href={path} data-discover="true" hidden tabIndex={-1} aria-hidden="true" />;
}

const LOOK_AGAIN_MS = 250;
const LOOKS = 40;

/** Acts once the browser has learnt of a route, by its id; at once when it has already, never when it does not within ten seconds. */
export function whenDiscovered(routeId: string, act: () => void, looks = LOOKS): void {
  if (isDiscovered(routeId)) act();
  else if (looks > 0) setTimeout(() => whenDiscovered(routeId, act, looks - 1), LOOK_AGAIN_MS);
}

function isDiscovered(routeId: string): boolean {
  const { __remixManifest: manifest } = window as unknown as { __remixManifest?: { routes: Record<string, unknown> } };
  return manifest !== undefined && routeId in manifest.routes;
}
