import { and, eq, isNull } from "drizzle-orm";
import { rounds } from "#db/schema/awards";
import { juryPlans } from "#db/schema/awards-jury";
import type { Ctx } from "../../kernel/context";
import { grouped, wordRows } from "../../matching/load-sides";
import { taxonomyOf } from "../../matching/taxonomy";
import { editionById } from "../load";
import type { Solve } from "./compute";
import { computeResult } from "./compute";
import { planFacts } from "./facts";
import { fitsOf } from "./fit";

/**
 * Computes a draft that waits for it and keeps the result. Reading and solving are outside any transaction; a draft that was changed
 * meanwhile keeps waiting for its own. Asks no rights and bears being run again.
 */
export async function computePlan(ctx: Ctx, planId: string, solve: Solve): Promise<{ computed: boolean }> {
  const { db } = ctx.store;
  const waiting = and(eq(juryPlans.id, planId), eq(juryPlans.state, "draft"), isNull(juryPlans.result));
  const [row] = await db
    .select({ plan: juryPlans, round: rounds })
    .from(juryPlans)
    .innerJoin(rounds, eq(rounds.id, juryPlans.roundId))
    .where(waiting);
  if (!row) return { computed: false };
  const { plan, round } = row;
  const facts = await planFacts(db, await editionById(db, round.editionId, ctx.now), round, ctx.now);
  const offers = grouped(
    await wordRows(
      db,
      facts.members.map(({ id }) => id),
    ),
    ({ ownerId }) => ownerId,
  );
  const fits = fitsOf(facts.entries, facts.members, offers, await taxonomyOf(db, ctx.now));
  const result = await computeResult(facts, fits, plan, solve);
  const kept = await ctx.store.tx((tx) =>
    tx
      .update(juryPlans)
      .set({ result })
      .where(and(waiting, eq(juryPlans.revision, plan.revision)))
      .returning({ id: juryPlans.id }),
  );
  return { computed: kept.length > 0 };
}
