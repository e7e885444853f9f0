import { and, eq } from "drizzle-orm";
import { juryPairs } from "#db/schema/awards-room";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { keyOf } from "./pairs";
import type { PairInput } from "./rows";
import { pairToWrite } from "./rows";

/** Takes back what a juror said of a pair. Refuses as `comparePair`, and with "already_done" when nothing was said. */
export async function undoPair(ctx: Ctx, input: PairInput): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { roundId, jurorId } = await pairToWrite(tx, ctx, input);
    const { oneId, otherId } = keyOf(input.oneId, input.otherId);
    const own = and(eq(juryPairs.roundId, roundId), eq(juryPairs.jurorId, jurorId));
    const gone = await tx
      .delete(juryPairs)
      .where(and(own, eq(juryPairs.oneId, oneId), eq(juryPairs.otherId, otherId)))
      .returning({ oneId: juryPairs.oneId });
    if (gone.length === 0) throw new DomainError("already_done");
    await writeAudit(tx, ctx, { action: "pair.undone", subjectKind: "round", subjectId: roundId, fields: ["better"] });
  });
}
