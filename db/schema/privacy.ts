import type { ErasureLine } from "../../app/domain/identity/privacy/erasure";
import { index, instant, int, json, table, text, uniqueIndex } from "../dialect";

/** Where the rows of a rule lie. */
export type { AnyColumn, AnyTable } from "../dialect";

/** What was erased and what stayed, in counts, each time somebody left. Names nobody, and leads to nobody. */
export const erasures = table(
  "erasures",
  {
    id: text("id").primaryKey(),
    /** What stands on the statement and in the last mail. */
    number: text("number").notNull(),
    lines: json("lines").$type<readonly ErasureLine[]>().notNull(),
    /** SHA-256 of number, moment and lines. */
    sha256: text("sha256").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("erasures_number").on(t.number), uniqueIndex("erasures_sha256").on(t.sha256), index("erasures_at").on(t.at)],
);

/** What may not be destroyed for a while: everything of a person, or what a rule would remove. */
export const retentionHolds = table(
  "retention_holds",
  {
    id: text("id").primaryKey(),
    subjectKind: text("subject_kind").$type<"person" | "rule">().notNull(),
    /** Id of the person, or code of the rule. */
    subjectId: text("subject_id").notNull(),
    reason: text("reason").notNull(),
    byPersonId: text("by_person_id").notNull(),
    at: instant("at").notNull(),
    until: instant("until_at").notNull(),
    liftedAt: instant("lifted_at"),
    liftedBy: text("lifted_by"),
  },
  (t) => [index("retention_holds_subject").on(t.subjectKind, t.subjectId), index("retention_holds_at").on(t.at)],
);

/** What the rules removed: one row a run in which there was something. */
export const destructions = table(
  "destructions",
  {
    id: text("id").primaryKey(),
    rule: text("rule").notNull(),
    count: int("count").notNull(),
    oldest: instant("oldest").notNull(),
    newest: instant("newest").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("destructions_at").on(t.at, t.id)],
);
