import { z } from "zod";
import { EDITION_NAME_MAX, THEME_MAX } from "../edition";
import { CATEGORY_ABOUT_MAX, CATEGORY_NAME_MAX } from "./category";

const missing = (otherwise: string) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? "error.field.required" : otherwise),
});
const free = (max: number) =>
  z
    .string({ error: "error.field.invalid" })
    .max(max, "error.field.too_long")
    .optional()
    .transform((value) => value ?? "");
const labels = (max: number) =>
  z
    .object({ nl: free(max), fr: free(max), en: free(max) })
    .optional()
    .transform((value) => value ?? { nl: "", fr: "", en: "" });
const few = z.string(missing("error.field.invalid")).regex(/^\d$/, "editor.jurors_wrong").transform(Number);

/** `beginEdition(ctx, value)`; rows of categories that are left empty are none. */
export const newEditionForm = z.object({
  campusId: z.string(missing("error.field.choice")).max(64),
  slug: z
    .string(missing("error.field.required"))
    .trim()
    .regex(/^[a-z0-9][a-z0-9-]{1,59}$/, "edition.copy.slug_wrong"),
  name: labels(EDITION_NAME_MAX),
  theme: labels(THEME_MAX),
  jurorsPerEntry: few,
  ceremonyDay: z.string(missing("editor.day_wrong")).max(10),
  rubric: z.string(missing("error.field.choice")).max(40),
  categories: z
    .array(z.object({ name: labels(CATEGORY_NAME_MAX), about: labels(CATEGORY_ABOUT_MAX) }))
    .max(20)
    .optional()
    .transform((rows) => (rows ?? []).filter(({ name }) => name.nl + name.fr + name.en !== "")),
});

/** `editEdition(ctx, {editionSlug, ...value})`. */
export const editionForm = z.object({ name: labels(EDITION_NAME_MAX), theme: labels(THEME_MAX), jurorsPerEntry: few });

/** `changeCategory(ctx, {editionSlug, change: {do: "save", ...value}})`. */
export const categoryForm = z.object({ name: labels(CATEGORY_NAME_MAX), about: labels(CATEGORY_ABOUT_MAX) });
