import { days } from "../kernel/time";

export const REPORT_SUBJECTS = [
  "idea",
  "comment",
  "profile",
  "message",
  "note",
  "interest",
  "session",
  "graft",
  "assessment",
  "letter",
  "jury_note",
  "photo",
] as const;
export type ReportSubject = (typeof REPORT_SUBJECTS)[number];

export const REPORT_REASONS = ["hurtful", "privacy", "not_theirs", "advertising", "dangerous", "other"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

export const REPORT_OUTCOMES = ["hidden", "kept"] as const;
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];

export const REPORT_WORDS_MAX = 1_000;
/** How long the organisers have to look at a report (milliseconds). */
export const REPORT_DUE = days(3);
