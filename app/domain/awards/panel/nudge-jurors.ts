import { juryNudges } from "#db/schema/awards-jury";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { notify } from "../../notifications/notify";
import { dayAt } from "../../scheduling/wall";
import { editionToRun } from "../load";
import { currentRound, isJudging } from "../rounds";
import { progressOf } from "./progress";

/**
 * Asks jurors with work left how it goes, once a day each: whoever has nothing to do or was asked today is passed over. Without
 * `personIds` it asks whoever is slow or silent. Refuses with "not_found", "forbidden" or "judging_closed".
 */
export async function nudgeJurors(
  ctx: Ctx,
  { editionSlug, personIds }: { readonly editionSlug: string; readonly personIds?: readonly string[] },
): Promise<{ told: number }> {
  return ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, editionSlug);
    const by = requirePerson(ctx).personId;
    const round = await currentRound(tx, edition);
    if (!isJudging(edition, round.no)) throw new DomainError("judging_closed");
    const { jurors } = await progressOf(tx, edition, round, ctx.now);
    const wanted = jurors.filter(({ jurorId, pace }) =>
      personIds ? personIds.includes(jurorId) && pace !== "idle" && pace !== "done" : pace === "slow" || pace === "silent",
    );
    const day = dayAt(edition.campus.zone, ctx.now);
    let told = 0;
    for (const { jurorId } of wanted) {
      const [first] = await tx
        .insert(juryNudges)
        .values({ editionId: edition.id, jurorId, day, byPersonId: by, at: ctx.now })
        .onConflictDoNothing()
        .returning({ jurorId: juryNudges.jurorId });
      if (!first) continue;
      told += 1;
      const about = { kind: "jury_nudge", subjectKind: "edition", subjectId: edition.id } as const;
      await notify(tx, ctx, { ...about, personId: jurorId, dedupeKey: `${edition.id}:${day}` });
      await writeAudit(tx, ctx, { action: "juror.nudged", subjectKind: "person", subjectId: jurorId, fields: ["nudge"] });
    }
    return { told };
  });
}
