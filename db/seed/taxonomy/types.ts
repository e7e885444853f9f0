/** The five kinds of need and offer (PRODUCT.md, ecosystem). */
export type NeedKind = "expertise" | "network" | "workspace" | "capital" | "customers";

export type TermKind = "domain" | "growth_market" | "production_step" | "skill" | "resource";

/** Other words people type for the same thing: inflected forms, compounds, near-synonyms. */
export interface TermSynonyms {
  readonly nl?: readonly string[];
  readonly fr?: readonly string[];
  readonly en?: readonly string[];
}

/**
 * One entry of the curated trilingual list. A term without `parent` is a root: a domain, a growth market, a
 * production step, or a group (code "group-…") whose children are siblings in the sense of taxonomy closeness.
 */
export interface TermSeed {
  readonly code: string;
  readonly kind: TermKind;
  readonly needKind?: NeedKind;
  readonly parent?: string;
  readonly nl: string;
  readonly fr: string;
  readonly en: string;
  readonly syn?: TermSynonyms;
}
