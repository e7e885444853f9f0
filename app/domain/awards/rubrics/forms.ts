import { z } from "zod";
import { maybeLabels } from "../form-parts";
import { LEVELS_MAX } from "../rubric";
import { CRITERION_NAME_MAX, EVIDENCE_MAX, LEVEL_LABEL_MAX, QUESTION_MAX, RUBRIC_NAME_MAX } from "./limits";

/** `changeRubric(…, {do: "rename", ...value})`. */
export const nameForm = z.object({ name: maybeLabels(RUBRIC_NAME_MAX) });

/** Points as people write them, 0 to 100 with up to two decimals, into hundredths; nothing for a level without. */
const points = z
  .string({ error: "rubrics.points_wrong" })
  .trim()
  .regex(/^(\d{1,3}([.,]\d{1,2})?)?$/, "rubrics.points_wrong")
  .optional()
  .transform((value) => ((value ?? "") === "" ? null : Math.round(Number((value ?? "").replace(",", ".")) * 100)));

/** `changeRubric(…, {do: "criterion", criterion: value})`; a level without any text is none. */
export const criterionForm = z.object({
  name: maybeLabels(CRITERION_NAME_MAX),
  question: maybeLabels(QUESTION_MAX),
  counted: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  levels: z
    .array(z.object({ points, label: maybeLabels(LEVEL_LABEL_MAX), evidence: maybeLabels(EVIDENCE_MAX) }))
    .max(LEVELS_MAX)
    .optional()
    .transform((rows) =>
      (rows ?? []).filter(({ label, evidence }) =>
        [label, evidence].some(({ nl, fr, en }) => [nl, fr, en].some((text) => text.trim() !== "")),
      ),
    ),
});

/** The weights of the criteria with these codes: fields `weight.CODE`; what is left empty weighs nothing. */
export function weightsForm(codes: readonly string[]) {
  const weight = z
    .string({ error: "rubrics.weight_wrong" })
    .trim()
    .regex(/^\d{0,3}$/, "rubrics.weight_wrong")
    .optional()
    .transform((value) => Number(value ?? ""));
  return z.object({
    weight: z.object(Object.fromEntries(codes.map((code) => [code, weight]))).optional(),
    rest: z.string().max(60).optional(),
  });
}

/** `addRubric(ctx, {editionSlug, ...})`: `from` is "library:CODE" or "version:ID". */
export const sourceForm = z.object({
  from: z
    .string({ error: "error.field.choice" })
    .regex(/^(library|version):[\w-]{1,64}$/, "error.field.choice")
    .transform((value) => {
      const [kind, id] = value.split(":") as ["library" | "version", string];
      return kind === "library" ? { library: id } : { versionId: id };
    }),
  everywhere: z.literal("on").optional(),
});

/** `setRubrics(ctx, {editionSlug, choices})`: fields `rubric.ROUND.CATEGORY`. */
export function choicesIn(form: FormData): { roundNo: number; categoryCode: string; versionId: string }[] {
  return [...form].flatMap(([name, value]) => {
    const [, no, categoryCode] = /^rubric\.(\d)\.([\w-]{1,60})$/.exec(name) ?? [];
    return no === undefined || categoryCode === undefined || typeof value !== "string"
      ? []
      : [{ roundNo: Number(no), categoryCode, versionId: value }];
  });
}
