/** What the trail can be narrowed by; the names stand in the address. */
export const AUDIT_FILTERS = ["who", "what", "subject", "from", "until"] as const;
export type AuditFilters = Readonly<Record<(typeof AUDIT_FILTERS)[number], string>>;
