import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { touchPages } from "../../kernel/pages";
import type { Tx } from "../../kernel/store";
import { editionToRun } from "../load";
import { boundBy, keepAtHand, versionAtHand } from "./at-hand";
import type { RubricChange } from "./change";
import { changed } from "./change";
import { slotsOf, writeSlots } from "./slots";
import { rewriteVersion, rubricOf, writeVersion } from "./version-rows";

export interface RubricChanged {
  /** The version that says it now. */
  readonly versionId: string;
  readonly no: number;
  /** It is a new version: the one before was scored by, or is another edition's too. */
  readonly made: boolean;
  /** Categories and rounds that stay with the version before, because somebody began to score there. */
  readonly staying: number;
}

/**
 * Changes a rubric of an edition. A version that nobody scored by changes itself; otherwise a new one is made, which holds wherever
 * nobody began, and sheets that were begun keep theirs. Refuses with "not_found", "forbidden", "already_done" once results are public,
 * "stale" (somebody made a version at the same moment), or "invalid" and the `field`.
 */
export async function changeRubric(
  ctx: Ctx,
  input: { readonly editionSlug: string; readonly versionId: string; readonly change: RubricChange },
): Promise<RubricChanged> {
  const { change, versionId } = input;
  return ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    if (edition.publishedAt) throw new DomainError("already_done");
    const version = await versionAtHand(tx, edition.id, versionId);
    const { no: _, ...before } = await rubricOf(tx, versionId);
    const after = changed(before, change);
    const bound = await boundBy(tx, edition.id, version);
    await touchPages(tx, [`awards:${edition.slug}`]);
    const fields = [change.do, ...("code" in change && change.code !== undefined ? [change.code] : [])];
    if (bound === null) {
      await rewriteVersion(tx, ctx, versionId, after);
      await writeAudit(tx, ctx, { action: "rubric.changed", subjectKind: "rubric", subjectId: versionId, fields });
      return { versionId, no: version.no, made: false, staying: 0 };
    }
    const made = await nextVersion(tx, ctx, { editionId: edition.id, versionId, rubric: after });
    await writeAudit(tx, ctx, { action: "rubric.version_made", subjectKind: "rubric", subjectId: made.versionId, fields });
    return { ...made, made: true };
  });
}

async function nextVersion(
  tx: Tx,
  ctx: Ctx,
  { editionId, versionId, rubric }: { editionId: string; versionId: string; rubric: Parameters<typeof writeVersion>[2] },
): Promise<Omit<RubricChanged, "made">> {
  const next = await writeVersion(tx, ctx, rubric);
  await keepAtHand(tx, ctx, editionId, [next]);
  const slots = await slotsOf(tx, editionId);
  const own = slots.filter((slot) => slot.versionId === versionId);
  await writeSlots(
    tx,
    slots.map((slot) => (own.includes(slot) && !slot.begun ? { ...slot, versionId: next } : slot)),
  );
  const { no } = await versionAtHand(tx, editionId, next);
  return { versionId: next, no, staying: own.filter(({ begun }) => begun).length };
}
