import { and, eq } from "drizzle-orm";
import { jobs } from "#db/schema/across";
import { juryPlans } from "#db/schema/awards-jury";
import { rounds } from "#db/schema/awards";
import { demand, isId } from "../../ideas/visible";
import type { Ctx } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Db, Tx } from "../../kernel/store";
import { after, seconds } from "../../kernel/time";
import { isBeforeClosing } from "../edition";
import type { Edition } from "../load";
import { editionById, editionToRun } from "../load";
import { canOrganise } from "../policy";
import type { RoundRow } from "../rounds";
import { currentRound } from "../rounds";
import { AT_ONCE_PAIRS } from "./plan";
import { planFacts } from "./facts";

export type PlanRow = typeof juryPlans.$inferSelect;

/** How long the background waits for a draft that is computed while somebody looks on (milliseconds). */
const RESCUED_AFTER = seconds(60);
export const PLAN_JOB = "awards.compute_plan";

/** The edition whose jury can be given work: entries are closed and deliberation has not begun. Refuses besides with "entries_open" or "judging_closed". */
export async function editionToPlan(db: Db, ctx: Ctx, slug: string): Promise<{ edition: Edition; round: RoundRow }> {
  const edition = await editionToRun(db, ctx, slug);
  demandPlanning(edition);
  return { edition, round: await currentRound(db, edition) };
}

/** Whether entries can be given to jurors in the present phase. */
export const isPlanning = ({ phase, publishedAt }: Pick<Edition, "phase" | "publishedAt">): boolean =>
  publishedAt === null && (phase.kind === "eligibility" || phase.kind === "judging");

function demandPlanning(edition: Edition): void {
  if (isBeforeClosing(edition.phase.kind)) throw new DomainError("entries_open");
  if (!isPlanning(edition)) throw new DomainError("judging_closed");
}

export interface PlanToActOn {
  readonly plan: PlanRow;
  readonly edition: Edition;
  readonly round: RoundRow;
}

/** The plan an organiser acts on. Refuses with "not_found" for everybody else, "entries_open" or "judging_closed". */
export async function planToActOn(db: Db, ctx: Ctx, planId: string): Promise<PlanToActOn> {
  const [row] = isId(planId)
    ? await db
        .select({ plan: juryPlans, round: rounds })
        .from(juryPlans)
        .innerJoin(rounds, eq(rounds.id, juryPlans.roundId))
        .where(eq(juryPlans.id, planId))
    : [];
  const { plan, round } = found(row);
  const edition = await editionById(db, round.editionId, ctx.now);
  if (!canOrganise(ctx.actor, edition.campusId)) throw new DomainError("not_found");
  demand(ctx.actor, true);
  demandPlanning(edition);
  return { plan, edition, round };
}

/** The draft as the actor saw it. Refuses with "already_done" (published or dropped meanwhile) or "stale" (changed meanwhile). */
export function demandDraft(plan: PlanRow, revision: number): void {
  if (plan.state !== "draft") throw new DomainError("already_done");
  if (plan.revision !== revision) throw new DomainError("stale");
}

/** Writes down that a draft is to be computed; small ones are computed by whoever asked, and by the background only when that failed. */
export async function queueCompute(
  tx: Tx,
  ctx: Ctx,
  plan: Pick<PlanRow, "id" | "revision">,
  { edition, round }: Pick<PlanToActOn, "edition" | "round">,
) {
  const { entries, members } = await planFacts(tx, edition, round, ctx.now);
  const atOnce = entries.length * members.length <= AT_ONCE_PAIRS;
  await tx.insert(jobs).values({
    id: ctx.newId(),
    kind: PLAN_JOB,
    dedupeKey: `${PLAN_JOB}:${plan.id}:${plan.revision}`,
    payload: { planId: plan.id },
    runAt: atOnce ? after(ctx.now, RESCUED_AFTER) : ctx.now,
    createdAt: ctx.now,
  });
  return { atOnce };
}

/** The draft of a round; null without one. */
export async function openPlan(db: Db, roundId: string): Promise<PlanRow | null> {
  const [row] = await db
    .select()
    .from(juryPlans)
    .where(and(eq(juryPlans.openKey, roundId), eq(juryPlans.state, "draft")));
  return row ?? null;
}
