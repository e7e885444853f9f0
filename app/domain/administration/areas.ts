/** Parts of the administration: each is the page `/admin/<area>`, with the texts `admin.area.<area>` and `admin.area.<area>.text`. */
export const ADMIN_AREAS = [
  "people",
  "terms",
  "settings",
  "audit",
  "outbox",
  "jobs",
  "reports",
  "security",
  "retention",
  "health",
] as const;
export type AdminArea = (typeof ADMIN_AREAS)[number];
