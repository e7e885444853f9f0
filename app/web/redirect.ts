/**
 * A path on our own origin to go to, or the fallback. Parsed and rebuilt, because a browser reads
 * `/<TAB>/evil.example` and `//evil.example` as another site.
 */
export function safeRedirect(to: unknown, fallback = "/"): string {
  if (typeof to !== "string" || !to.startsWith("/")) return fallback;
  const base = "http://broeikas.invalid";
  try {
    const url = new URL(to, base);
    return url.origin === base ? url.pathname.replace(/^\/{2,}/, "/") + url.search + url.hash : fallback;
  } catch {
    return fallback;
  }
}
