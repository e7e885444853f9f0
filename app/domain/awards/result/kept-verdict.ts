import { and, eq } from "drizzle-orm";
import { roundVerdicts } from "#db/schema/awards-council";
import type { Ctx } from "../../kernel/context";
import type { Db } from "../../kernel/store";
import type { RoundVerdict } from "../verdict-of";
import { judgeRound } from "../verdict-of";
import type { Asked } from "./round-input";

/** Finds the verdict of a round: one that is kept, or a new one; null while it is being computed. Comes in as an argument, since it may run in a thread. */
export type JudgeRound = (asked: Asked) => Promise<RoundVerdict | null>;

/** Judges at once and keeps nothing. */
export const judgeHere: JudgeRound = (asked) => Promise.resolve(judgeRound(asked.input));

/** The verdict that is kept of a round, when it was made of exactly this; else null. */
export async function keptVerdict(db: Db, { roundId, digest }: Pick<Asked, "roundId" | "digest">): Promise<RoundVerdict | null> {
  const [row] = await db
    .select({ verdict: roundVerdicts.verdict })
    .from(roundVerdicts)
    .where(and(eq(roundVerdicts.roundId, roundId), eq(roundVerdicts.digest, digest)));
  return row?.verdict ?? null;
}

/** Keeps the verdict of a round in place of the one before. It is what a computation gave, no act of anybody: it leaves no trail. */
export async function keepVerdict(
  ctx: Pick<Ctx, "store" | "now">,
  { roundId, digest }: Pick<Asked, "roundId" | "digest">,
  verdict: RoundVerdict,
): Promise<void> {
  const set = { digest, verdict, at: ctx.now };
  await ctx.store.tx((tx) =>
    tx
      .insert(roundVerdicts)
      .values({ roundId, ...set })
      .onConflictDoUpdate({ target: roundVerdicts.roundId, set }),
  );
}
