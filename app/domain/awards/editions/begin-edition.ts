import { eq } from "drizzle-orm";
import { campuses } from "#db/schema/campus";
import type { Labels } from "#db/schema/campus";
import type { Ctx } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { createEdition } from "../create-edition";
import { EDITION_NAME_MAX, THEME_MAX } from "../edition";
import { codeFor, labelsOf } from "../rubrics/labels";
import { libraryRubric } from "../rubrics/library";
import { CATEGORIES_MAX, CATEGORY_ABOUT_MAX, CATEGORY_NAME_MAX, RESERVED_SLUGS } from "./category";
import { isCeremonyDay, phasesTowards } from "./ceremony";

export interface EditionBegun {
  readonly campusId: string;
  readonly slug: string;
  readonly name: Labels;
  readonly theme: Labels;
  readonly jurorsPerEntry: number;
  /** The day on which the prizes are given, on the calendar of the campus. */
  readonly ceremonyDay: string;
  readonly categories: readonly { readonly name: Labels; readonly about: Labels }[];
  /** Code of a rubric of the library. */
  readonly rubric: string;
}

/**
 * Makes an edition out of nothing: dated phases towards the day of the ceremony, categories, a copy of a rubric of the library, and the
 * default entry form; all of it can be changed afterwards. Refuses as `createEdition`; a slug that is taken is "conflict".
 */
export async function beginEdition(ctx: Ctx, input: EditionBegun): Promise<{ editionId: string }> {
  const { campusId, slug, jurorsPerEntry, ceremonyDay } = input;
  const [campus] = await ctx.store.db.select({ zone: campuses.zone }).from(campuses).where(eq(campuses.id, campusId));
  const { zone } = found(campus);
  const rubric = libraryRubric(input.rubric);
  if (RESERVED_SLUGS.includes(slug)) throw new DomainError("invalid", { field: "slug" });
  if (!isCeremonyDay(ceremonyDay, zone, ctx.now)) throw new DomainError("invalid", { field: "ceremonyDay" });
  if (!rubric) throw new DomainError("invalid", { field: "rubric" });
  const codes: string[] = [];
  const categories = input.categories.map(({ name, about }, i) => {
    const called = labelsOf(name, `categories.${i}.name`, CATEGORY_NAME_MAX);
    const code = codeFor(called.nl, codes, "category");
    codes.push(code);
    return { code, name: called, about: labelsOf(about, `categories.${i}.about`, CATEGORY_ABOUT_MAX, false) };
  });
  if (categories.length > CATEGORIES_MAX) throw new DomainError("invalid", { field: "categories" });
  return createEdition(ctx, {
    campusId,
    slug,
    name: labelsOf(input.name, "name", EDITION_NAME_MAX),
    theme: labelsOf(input.theme, "theme", THEME_MAX),
    jurorsPerEntry,
    phases: phasesTowards(ceremonyDay, zone, ctx.now),
    categories,
    rubric: { name: rubric.name, criteria: rubric.criteria },
  });
}
