import { categories, editions, rounds } from "#db/schema/awards";
import type { Labels } from "#db/schema/campus";
import { demand } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Phase } from "./edition";
import { arePhases, JURORS_PER_ENTRY_MAX } from "./edition";
import { commitLot } from "./lot/commit-lot";
import { writePhases } from "./phase-rows";
import { canOrganise } from "./policy";
import type { RubricInput } from "./rubric";
import { isRubric } from "./rubric";
import { writeVersion } from "./rubrics/version-rows";

export interface EditionInput {
  readonly campusId: string;
  readonly slug: string;
  readonly name: Labels;
  readonly theme: Labels;
  readonly jurorsPerEntry: number;
  readonly phases: readonly Phase[];
  readonly categories: readonly { readonly code: string; readonly name: Labels; readonly about: Labels }[];
  readonly rubric: RubricInput;
}

/**
 * Makes an edition with its phases, categories, a version of a rubric and one round on it.
 * Refuses with "forbidden", "invalid" and the `field`, or "conflict" when the slug is taken.
 */
export async function createEdition(ctx: Ctx, input: EditionInput): Promise<{ editionId: string }> {
  requirePerson(ctx);
  demand(ctx.actor, canOrganise(ctx.actor, input.campusId));
  refuseBad(input);
  const editionId = ctx.newId();
  return ctx.store.tx(async (tx) => {
    const { campusId, slug, name, theme, jurorsPerEntry } = input;
    const [made] = await tx
      .insert(editions)
      .values({ id: editionId, campusId, slug, name, theme, jurorsPerEntry, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: editions.id });
    if (!made) throw new DomainError("conflict");
    for (const [position, category] of input.categories.entries()) {
      await tx.insert(categories).values({ id: ctx.newId(), editionId, ...category, position });
    }
    const rubricVersionId = await writeVersion(tx, ctx, input.rubric);
    await tx.insert(rounds).values({ id: ctx.newId(), editionId, rubricVersionId, no: 1 });
    await writePhases(tx, ctx, editionId, input.phases);
    await commitLot(tx, ctx, { id: editionId, slug });
    await touchPages(tx, ["awards", `awards:${slug}`]);
    await writeAudit(tx, ctx, { action: "edition.created", subjectKind: "edition", subjectId: editionId });
    return { editionId };
  });
}

function refuseBad(input: EditionInput): void {
  const { jurorsPerEntry } = input;
  const codes = new Set(input.categories.map(({ code }) => code));
  const wrong = [
    { field: "slug", ok: /^[a-z0-9][a-z0-9-]{1,59}$/.test(input.slug) },
    { field: "jurorsPerEntry", ok: Number.isInteger(jurorsPerEntry) && jurorsPerEntry >= 1 && jurorsPerEntry <= JURORS_PER_ENTRY_MAX },
    { field: "phases", ok: arePhases(input.phases) },
    { field: "categories", ok: codes.size > 0 && codes.size === input.categories.length },
    { field: "rubric", ok: isRubric(input.rubric) },
  ].find(({ ok }) => !ok);
  if (wrong) throw new DomainError("invalid", { field: wrong.field });
}
