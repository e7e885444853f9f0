import { z } from "zod";
import { EDITION_NAME_MAX, THEME_MAX } from "../edition";
import { maybeLabels, missing, slug } from "../form-parts";
import { CATEGORY_ABOUT_MAX, CATEGORY_NAME_MAX } from "./category";

const few = z.string(missing("error.field.invalid")).regex(/^\d$/, "editor.jurors_wrong").transform(Number);

/** `beginEdition(ctx, value)`; rows of categories that are left empty are none. */
export const newEditionForm = z.object({
  campusId: z.string(missing("error.field.choice")).max(64),
  slug,
  name: maybeLabels(EDITION_NAME_MAX),
  theme: maybeLabels(THEME_MAX),
  jurorsPerEntry: few,
  ceremonyDay: z.string(missing("editor.day_wrong")).max(10),
  rubric: z.string(missing("error.field.choice")).max(40),
  categories: z
    .array(z.object({ name: maybeLabels(CATEGORY_NAME_MAX), about: maybeLabels(CATEGORY_ABOUT_MAX) }))
    .max(20)
    .optional()
    .transform((rows) => (rows ?? []).filter(({ name }) => name.nl + name.fr + name.en !== "")),
});

/** `editEdition(ctx, {editionSlug, ...value})`. */
export const editionForm = z.object({ name: maybeLabels(EDITION_NAME_MAX), theme: maybeLabels(THEME_MAX), jurorsPerEntry: few });

/** `changeCategory(ctx, {editionSlug, change: {do: "save", ...value}})`. */
export const categoryForm = z.object({ name: maybeLabels(CATEGORY_NAME_MAX), about: maybeLabels(CATEGORY_ABOUT_MAX) });
