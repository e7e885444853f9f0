import { and, eq, or } from "drizzle-orm";
import { editions, rounds } from "#db/schema/awards";
import { editionRubrics, roundRubrics } from "#db/schema/awards-rubric";
import { isId } from "../../ideas/visible";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { touchPages } from "../../kernel/pages";
import type { Db } from "../../kernel/store";
import { editionToRun } from "../load";
import type { RubricInput } from "../rubric";
import { keepAtHand } from "./at-hand";
import { libraryRubric } from "./library";
import { slotsOf, writeSlots } from "./slots";
import { rubricOf, writeVersion } from "./version-rows";

/** Where a rubric is taken from: the library of the house, or an edition of the same campus. */
export type RubricSource = { readonly library: string } | { readonly versionId: string };

/**
 * Puts a rubric at hand in an edition: a copy, free to change. `everywhere`: it holds at once wherever nobody began to score. Refuses
 * with "not_found", "forbidden" or "already_done" (results are public).
 */
export async function addRubric(
  ctx: Ctx,
  input: { readonly editionSlug: string; readonly from: RubricSource; readonly everywhere?: boolean },
): Promise<{ versionId: string }> {
  return ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (edition.publishedAt) throw new DomainError("already_done");
    const versionId = await writeVersion(tx, ctx, await sourceOf(tx, edition.campusId, input.from));
    await keepAtHand(tx, ctx, edition.id, [versionId]);
    if (input.everywhere === true) {
      const slots = await slotsOf(tx, edition.id);
      await keepAtHand(
        tx,
        ctx,
        edition.id,
        slots.map((slot) => slot.versionId),
      );
      await writeSlots(
        tx,
        slots.map((slot) => (slot.begun ? slot : { ...slot, versionId })),
      );
      await touchPages(tx, [`awards:${edition.slug}`]);
    }
    await writeAudit(tx, ctx, { action: "rubric.added", subjectKind: "rubric", subjectId: versionId, fields: [edition.slug] });
    return { versionId };
  });
}

async function sourceOf(db: Db, campusId: string, from: RubricSource): Promise<RubricInput> {
  if ("library" in from) {
    const { name, criteria } = found(libraryRubric(from.library));
    return { name, criteria };
  }
  if (!isId(from.versionId) || !(await isOfCampus(db, campusId, from.versionId))) throw new DomainError("not_found");
  const { name, criteria } = await rubricOf(db, from.versionId);
  return { name, criteria };
}

/** Tells whether an edition of the campus has or had a version. */
async function isOfCampus(db: Db, campusId: string, versionId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: editions.id })
    .from(editions)
    .innerJoin(rounds, eq(rounds.editionId, editions.id))
    .leftJoin(roundRubrics, eq(roundRubrics.roundId, rounds.id))
    .leftJoin(editionRubrics, eq(editionRubrics.editionId, editions.id))
    .where(
      and(
        eq(editions.campusId, campusId),
        or(
          eq(rounds.rubricVersionId, versionId),
          eq(roundRubrics.rubricVersionId, versionId),
          eq(editionRubrics.rubricVersionId, versionId),
        ),
      ),
    )
    .limit(1);
  return row !== undefined;
}
