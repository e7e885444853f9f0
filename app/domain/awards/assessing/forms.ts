import { z } from "zod";
import { COMMENT_MAX, NOTE_MAX } from "../rubric";
import type { ScoreInput } from "../save-sheet";

const free = (max: number) =>
  z
    .string({ error: "error.field.invalid" })
    .max(max, "error.field.too_long")
    .optional()
    .transform((value) => value ?? "");

/** `assessIdea(ctx, …)` by a rubric with these codes: fields `level.CODE` and `comment.CODE`; see `assessedScores`. */
export function assessmentForm(codes: readonly string[]) {
  const each = <T extends z.ZodType>(shape: T) => z.object(Object.fromEntries(codes.map((code) => [code, shape]))).optional();
  const level = z
    .string({ error: "error.field.choice" })
    .regex(/^\d?$/, "error.field.choice")
    .optional()
    .transform((value) => (value === undefined || value === "" ? null : Number(value)));
  return z.object({ note: free(NOTE_MAX), level: each(level), comment: each(free(COMMENT_MAX)) });
}

/** What a parsed assessment says of each criterion. */
export function assessedScores(value: z.output<ReturnType<typeof assessmentForm>>, codes: readonly string[]): ScoreInput[] {
  return codes.map((code) => ({ code, level: value.level?.[code] ?? null, comment: value.comment?.[code] ?? "" }));
}
