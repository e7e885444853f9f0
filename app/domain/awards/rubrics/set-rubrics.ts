import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { touchPages } from "../../kernel/pages";
import { editionToRun } from "../load";
import { keepAtHand, versionsAtHand } from "./at-hand";
import { slotsOf, writeSlots } from "./slots";

export interface RubricChoice {
  readonly roundNo: number;
  readonly categoryCode: string;
  readonly versionId: string;
}

/**
 * Says which rubric each category is scored by in each round; what is not named stays. Refuses with "not_found", "forbidden",
 * "already_done" once results are public, "invalid" for a rubric the edition does not have, or "rubric_used" where somebody began to score.
 */
export async function setRubrics(
  ctx: Ctx,
  input: { readonly editionSlug: string; readonly choices: readonly RubricChoice[] },
): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (edition.publishedAt) throw new DomainError("already_done");
    const known = new Set((await versionsAtHand(tx, edition.id)).map(({ id }) => id));
    const slots = await slotsOf(tx, edition.id);
    const next = slots.map((slot) => {
      const choice = input.choices.find(({ roundNo, categoryCode }) => roundNo === slot.roundNo && categoryCode === slot.categoryCode);
      if (!choice || choice.versionId === slot.versionId) return slot;
      const field = `rubric.${slot.roundNo}.${slot.categoryCode}`;
      if (!known.has(choice.versionId)) throw new DomainError("invalid", { field });
      if (slot.begun) throw new DomainError("rubric_used", { field });
      return { ...slot, versionId: choice.versionId };
    });
    // What no category uses any more stays at hand.
    await keepAtHand(tx, ctx, edition.id, [...known]);
    await writeSlots(tx, next);
    await touchPages(tx, [`awards:${edition.slug}`]);
    await writeAudit(tx, ctx, { action: "edition.rubrics_set", subjectKind: "edition", subjectId: edition.id, fields: ["rubrics"] });
  });
}
