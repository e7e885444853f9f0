import { and, eq } from "drizzle-orm";
import { allotments } from "#db/schema/allotment";
import { jobs } from "#db/schema/across";
import { isId } from "../../ideas/visible";
import type { Actor } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Db, Tx } from "../../kernel/store";
import { after, seconds } from "../../kernel/time";
import { AT_ONCE_PAIRS } from "./allotment";
import { sizeOf } from "./facts";
import { canAllot } from "./policy";

export type AllotmentRow = typeof allotments.$inferSelect;

/** How long the background waits for a draft that is computed while somebody looks on (milliseconds). */
const RESCUED_AFTER = seconds(30);
export const ALLOT_JOB = "coaching.compute_allotment";

/** The allotment the actor acts on. Refuses with "not_found" (missing, or of a campus where they coach nothing). */
export async function allotmentToActOn(db: Db, actor: Actor, allotmentId: string): Promise<AllotmentRow> {
  const [row] = isId(allotmentId) ? await db.select().from(allotments).where(eq(allotments.id, allotmentId)) : [];
  if (!row || !canAllot(actor, row.campusId)) throw new DomainError("not_found");
  return row;
}

/** The draft as the actor saw it. Refuses with "already_done" (applied or dropped meanwhile) or "stale" (changed meanwhile). */
export function demandDraft(row: AllotmentRow, revision: number): void {
  if (row.state !== "draft") throw new DomainError("already_done");
  if (row.revision !== revision) throw new DomainError("stale");
}

/** Writes down that a draft is to be computed; small ones are computed by whoever asked, and by the background only when that failed. */
export async function queueCompute(tx: Tx, ctx: Ctx, row: Pick<AllotmentRow, "id" | "campusId" | "withExperts" | "revision">) {
  const size = await sizeOf(tx, row.campusId, row.withExperts, ctx.now);
  const atOnce = size.ideas * size.coaches <= AT_ONCE_PAIRS;
  await tx.insert(jobs).values({
    id: ctx.newId(),
    kind: ALLOT_JOB,
    dedupeKey: `${ALLOT_JOB}:${row.id}:${row.revision}`,
    payload: { allotmentId: row.id },
    runAt: atOnce ? after(ctx.now, RESCUED_AFTER) : ctx.now,
    createdAt: ctx.now,
  });
  return { atOnce };
}

/** The draft of a campus; null without one. */
export async function openDraft(db: Db, campusId: string): Promise<AllotmentRow | null> {
  const [row] = await db
    .select()
    .from(allotments)
    .where(and(eq(allotments.openKey, campusId), eq(allotments.state, "draft")));
  return row ?? null;
}
