import { z } from "zod";
import { REPORT_OUTCOMES, REPORT_REASONS, REPORT_SUBJECTS, REPORT_WORDS_MAX } from "./report";

const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: (issue) => (issue.input === undefined ? "error.field.required" : "error.field.choice") });

/** `reportContent(ctx, value)`. */
export const reportSchema = z.object({
  subjectKind: choice(REPORT_SUBJECTS),
  subjectId: z.string({ error: "error.field.choice" }).regex(/^[\w-]{1,64}$/, "error.field.choice"),
  reason: choice(REPORT_REASONS),
  words: z
    .string({ error: "error.field.invalid" })
    .trim()
    .max(REPORT_WORDS_MAX, "error.field.too_long")
    .optional()
    .transform((value) => value ?? ""),
});

/** `closeReport(ctx, reportId, value)`. */
export const closeReportSchema = z.object({ outcome: choice(REPORT_OUTCOMES) });
