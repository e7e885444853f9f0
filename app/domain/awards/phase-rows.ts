import { asc, count, eq } from "drizzle-orm";
import { assignments, phases, rounds } from "#db/schema/awards";
import { blindRounds } from "#db/schema/awards-files";
import { roundRubrics } from "#db/schema/awards-rubric";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import type { Phase } from "./edition";
import { roundOf } from "./edition";
import { followRound } from "./rubrics/slots";

/**
 * Writes the phases of an edition anew, and sees that there is a round for each judging phase: a new one takes the rubric of the
 * round before. Refuses with "invalid" (field "phases") when a round that was shared out would vanish.
 */
export async function writePhases(tx: Tx, ctx: Ctx, editionId: string, list: readonly Phase[]): Promise<void> {
  await tx.delete(phases).where(eq(phases.editionId, editionId));
  for (const [position, phase] of list.entries()) {
    const { kind, from, until } = phase;
    await tx.insert(phases).values({ id: ctx.newId(), editionId, kind, roundNo: roundOf(phase), from, until, position });
  }
  await matchRounds(tx, ctx, editionId, list.filter(({ kind }) => kind === "judging").length);
}

async function matchRounds(tx: Tx, ctx: Ctx, editionId: string, wanted: number): Promise<void> {
  const there = await tx.select().from(rounds).where(eq(rounds.editionId, editionId)).orderBy(asc(rounds.no));
  const last = there.at(-1);
  if (!last) return;
  for (let no = last.no + 1; no <= wanted; no += 1) {
    await tx.insert(rounds).values({ id: ctx.newId(), editionId, rubricVersionId: last.rubricVersionId, no });
    await followRound(tx, editionId, no);
  }
  for (const { id } of there.filter(({ no }) => no > wanted)) {
    const [used] = await tx.select({ n: count() }).from(assignments).where(eq(assignments.roundId, id));
    if ((used?.n ?? 0) > 0) throw new DomainError("invalid", { field: "phases" });
    await tx.delete(blindRounds).where(eq(blindRounds.roundId, id));
    await tx.delete(roundRubrics).where(eq(roundRubrics.roundId, id));
    await tx.delete(rounds).where(eq(rounds.id, id));
  }
}
