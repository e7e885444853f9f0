import { MERGE_UNDO_DAYS } from "../../campus/campus";

/** What is removed by itself, and how many days after the moment that counts for it. Shown on the privacy page, run every hour. */
export const RETENTION_RULES = [
  { code: "steps", days: 1 },
  { code: "tokens", days: 7 },
  { code: "companies_begun", days: 7 },
  { code: "drafts", days: 30 },
  { code: "email_changes", days: 30 },
  { code: "kept_mails", days: 30 },
  { code: "term_moves", days: MERGE_UNDO_DAYS },
  { code: "outbox", days: 90 },
  { code: "jobs", days: 90 },
  { code: "notices", days: 180 },
  { code: "calendars", days: 180 },
  { code: "invites", days: 180 },
  { code: "companies_ended", days: 180 },
  { code: "sign_ins", days: 365 },
  { code: "mail_links", days: 400 },
  { code: "reports", days: 730 },
  // 36 months in which nobody came in; not of staff, and after a warning.
  { code: "accounts", days: 1096 },
] as const satisfies readonly { readonly code: string; readonly days: number }[];

export type RetentionRule = (typeof RETENTION_RULES)[number];
export type RuleCode = RetentionRule["code"];

/** Tells whether a rule has this code. */
export function isRuleCode(code: string): code is RuleCode {
  return RETENTION_RULES.some((rule) => rule.code === code);
}
