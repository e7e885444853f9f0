import type { juryMembers } from "#db/schema/awards-jury";
import { terms } from "#db/schema/campus";
import { ideas, needs, offers } from "#db/schema/ideas";
import type { AnyColumn, AnyTable } from "#db/schema/privacy";
import { resources } from "#db/schema/scheduling";

/** A column that holds the id of a term, with the key of its table and its name in code. */
export interface TermPlace {
  readonly name: string;
  readonly table: AnyTable;
  readonly key: AnyColumn;
  readonly column: AnyColumn;
  readonly field: string;
}

/**
 * Every column that holds the id of a term: merging moves them all. A test looks through the schema and the demo for columns that are
 * named neither here nor below.
 */
export const TERM_PLACES: readonly TermPlace[] = [
  { name: "needs.term_id", table: needs, key: needs.id, column: needs.termId, field: "termId" },
  { name: "offers.term_id", table: offers, key: offers.id, column: offers.termId, field: "termId" },
  { name: "ideas.domain_id", table: ideas, key: ideas.id, column: ideas.domainId, field: "domainId" },
  { name: "ideas.growth_market_id", table: ideas, key: ideas.id, column: ideas.growthMarketId, field: "growthMarketId" },
  { name: "ideas.production_step_id", table: ideas, key: ideas.id, column: ideas.productionStepId, field: "productionStepId" },
  { name: "resources.term_id", table: resources, key: resources.id, column: resources.termId, field: "termId" },
  { name: "terms.parent_id", table: terms, key: terms.id, column: terms.parentId, field: "parentId" },
  { name: "terms.merged_into", table: terms, key: terms.id, column: terms.mergedInto, field: "mergedInto" },
];

/** A list of terms in one column, which merging rewrites too. */
export const JURY_PLACE = "jury_members.domain_ids";
export const juryKeyOf = ({ editionId, personId }: Pick<typeof juryMembers.$inferSelect, "editionId" | "personId">): string =>
  `${editionId}|${personId}`;

/** Columns that repeat one of the above, and are written with it. */
export const REPEATED_PLACES = ["idea_audience.domain_id"] as const;

/**
 * Columns that go on saying what they said, and of which the terms are looked up when they are read: versions whose digest counts, texts
 * that are being written, reasons that are made anew by themselves, the trail, and what the list of terms and its merges are themselves.
 */
export const READ_PLACES = [
  "idea_versions.content",
  "idea_versions.canonical",
  "idea_drafts.content",
  "suggestions.reasons",
  "allotments.result",
  "audit_details.detail",
  "terms.id",
  "terms.code",
  "term_merges.from_id",
  "term_merges.into_id",
  "term_moves.before",
] as const;
