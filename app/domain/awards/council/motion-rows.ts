import { and, eq } from "drizzle-orm";
import { editions, entries } from "#db/schema/awards";
import { motions, motionVotes } from "#db/schema/awards-council";
import { decisions } from "#db/schema/awards-result";
import { isId } from "../../ideas/visible";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Db, Tx } from "../../kernel/store";
import { revealedChanges } from "../decide";
import type { Council } from "./council";
import { insideFor } from "./council";
import type { Count } from "./majority";
import { countOf } from "./majority";

export type MotionRow = typeof motions.$inferSelect;

/** A motion with the slug of its edition. Refuses with "not_found". */
export async function motionRow(db: Db, motionId: string): Promise<{ motion: MotionRow; slug: string }> {
  if (!isId(motionId)) throw new DomainError("not_found");
  const [row] = await db
    .select({ motion: motions, slug: editions.slug })
    .from(motions)
    .innerJoin(editions, eq(editions.id, motions.editionId))
    .where(eq(motions.id, motionId));
  return found(row);
}

/**
 * Counts a motion and ends it, once: the votes of whoever is juror now without a conflict of interest. What passes becomes a prize, unless
 * somebody has that place or it would change what the hall has seen. Returns null when it was not being voted on any more.
 */
export async function countMotion(tx: Tx, ctx: Ctx, council: Pick<Council, "jurors" | "outside">, motionId: string): Promise<Count | null> {
  const [held] = await tx
    .update(motions)
    .set({ state: "refused", openKey: null, closedAt: ctx.now, closedBy: ctx.actor.personId })
    .where(and(eq(motions.id, motionId), eq(motions.state, "voting")))
    .returning();
  if (!held) return null;
  const may = insideFor(council, held.entryId).map(({ personId }) => personId);
  const votes = await tx.select().from(motionVotes).where(eq(motionVotes.motionId, motionId));
  const count = countOf(
    votes.filter(({ jurorId }) => may.includes(jurorId)).map(({ choice }) => choice),
    may.length,
  );
  const { passed, ...counted } = count;
  await tx
    .update(motions)
    .set({ ...counted, state: passed ? "passed" : "refused" })
    .where(eq(motions.id, motionId));
  if (passed) await givePrize(tx, ctx, held);
  await writeAudit(tx, ctx, {
    action: passed ? "motion.passed" : "motion.refused",
    subjectKind: "motion",
    subjectId: motionId,
    fields: ["state", "in_favour", "against", "abstained"],
  });
  return count;
}

async function givePrize(tx: Tx, ctx: Ctx, motion: MotionRow): Promise<void> {
  const { editionId, categoryId, entryId, place, citation } = motion;
  const [entry] = await tx.select({ state: entries.state }).from(entries).where(eq(entries.id, entryId));
  const [taken] = await tx
    .select({ entryId: decisions.entryId })
    .from(decisions)
    .where(and(eq(decisions.categoryId, categoryId), eq(decisions.place, place)));
  if (entry?.state !== "submitted" || (taken && taken.entryId !== entryId)) return;
  if ((await revealedChanges(tx, editionId, motion)).length > 0) return;
  await tx.delete(decisions).where(eq(decisions.entryId, entryId));
  const decidedBy = ctx.actor.personId ?? motion.proposedBy;
  await tx
    .insert(decisions)
    .values({ id: ctx.newId(), editionId, categoryId, entryId, place, citation, pending: true, decidedBy, at: ctx.now })
    .onConflictDoNothing();
  await writeAudit(tx, ctx, { action: "prize.decided", subjectKind: "entry", subjectId: entryId, fields: ["place", "citation"] });
}
