import { juryPairs } from "#db/schema/awards-room";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import type { Comparison } from "./pairs";
import { keyOf } from "./pairs";
import type { PairInput } from "./rows";
import { pairToWrite } from "./rows";

/**
 * Keeps which of two own near entries a juror finds better, or that they are equal; said again, the last holds. No point changes. Refuses with
 * "not_found" (no juror, no comparing here, not such a pair), "judging_closed", or "conflict" while an own sheet is not sent.
 */
export async function comparePair(ctx: Ctx, input: PairInput & { readonly better: Comparison["better"] }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { roundId, jurorId } = await pairToWrite(tx, ctx, input);
    const key = keyOf(input.oneId, input.otherId);
    const straight = key.oneId === input.oneId;
    const better = input.better === "equal" || straight ? input.better : input.better === "one" ? ("other" as const) : ("one" as const);
    const values = { better, at: ctx.now };
    await tx
      .insert(juryPairs)
      .values({ roundId, jurorId, ...key, ...values })
      .onConflictDoUpdate({ target: [juryPairs.roundId, juryPairs.jurorId, juryPairs.oneId, juryPairs.otherId], set: values });
    await writeAudit(tx, ctx, { action: "pair.compared", subjectKind: "round", subjectId: roundId, fields: ["better"] });
  });
}
