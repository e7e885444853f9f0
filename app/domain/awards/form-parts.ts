import { z } from "zod";
import { COMMENT_MAX } from "./rubric";
import type { ScoreInput } from "./save-sheet";

/** What the forms of the awards are put together from; messages are keys of the catalogue. */

/** What is wrong with a field: that it is not there, or `otherwise`. */
export const missing = (otherwise: string) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? "error.field.required" : otherwise),
});

/** An id, of a row or as a form names it. */
export const id = z.string(missing("error.field.choice")).regex(/^[\w-]{1,64}$/, "error.field.choice");

/** A whole number from zero, as text. */
export const count = z
  .string(missing("error.field.invalid"))
  .regex(/^\d{1,9}$/, "error.field.invalid")
  .transform(Number);

/** A text of at most `max` characters that may be left empty. */
export const free = (max: number) =>
  z
    .string({ error: "error.field.invalid" })
    .max(max, "error.field.too_long")
    .optional()
    .transform((value) => value ?? "");

/** A text in three languages, one of them at least. */
export const labels = (max: number) => z.object({ nl: free(max), fr: free(max), en: free(max) });

/** A text in three languages, all of which may be left empty. */
export const maybeLabels = (max: number) =>
  labels(max)
    .optional()
    .transform((value) => value ?? { nl: "", fr: "", en: "" });

/** The address of a new edition. */
export const slug = z
  .string(missing("error.field.required"))
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{1,59}$/, "edition.copy.slug_wrong");

/** What is given on the criteria with these codes: fields `level.CODE` and `comment.CODE`; see `scoresIn`. */
export function marks(codes: readonly string[]) {
  const each = <T extends z.ZodType>(shape: T) => z.object(Object.fromEntries(codes.map((code) => [code, shape]))).optional();
  const level = z
    .string({ error: "error.field.choice" })
    .regex(/^\d?$/, "error.field.choice")
    .optional()
    .transform((value) => (value === undefined || value === "" ? null : Number(value)));
  return { level: each(level), comment: each(free(COMMENT_MAX)) };
}

interface Marks {
  readonly level?: Readonly<Record<string, number | null>>;
  readonly comment?: Readonly<Record<string, string>>;
}

/** What parsed marks say of each criterion, as `saveSheet` takes it. */
export function scoresIn(value: Marks, codes: readonly string[]): ScoreInput[] {
  return codes.map((code) => ({ code, level: value.level?.[code] ?? null, comment: value.comment?.[code] ?? "" }));
}
