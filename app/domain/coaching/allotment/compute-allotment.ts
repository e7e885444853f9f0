import { and, eq, isNull } from "drizzle-orm";
import { allotments } from "#db/schema/allotment";
import type { Ctx } from "../../kernel/context";
import { taxonomyOf } from "../../matching/taxonomy";
import type { Solve } from "./compute";
import { problemOf, resultOf, scoresOf } from "./compute";
import { factsOf } from "./facts";

/**
 * Computes a draft that waits for it and keeps the result. Reading and solving are outside any transaction; a draft that was changed
 * meanwhile keeps waiting for its own. Asks no rights and bears being run again.
 */
export async function computeAllotment(ctx: Ctx, allotmentId: string, solve: Solve): Promise<{ computed: boolean }> {
  const { db } = ctx.store;
  const waiting = and(eq(allotments.id, allotmentId), eq(allotments.state, "draft"), isNull(allotments.result));
  const [row] = await db.select().from(allotments).where(waiting);
  if (!row) return { computed: false };
  const facts = await factsOf(db, row.campusId, row.withExperts, ctx.now);
  const scores = scoresOf(facts, await taxonomyOf(db, ctx.now), ctx.now);
  const result = resultOf(facts, scores, row.pins, await solve(problemOf(facts, scores, row.pins)));
  const kept = await ctx.store.tx((tx) =>
    tx
      .update(allotments)
      .set({ result })
      .where(and(waiting, eq(allotments.revision, row.revision)))
      .returning({ id: allotments.id }),
  );
  return { computed: kept.length > 0 };
}
