import { and, eq } from "drizzle-orm";
import { assignments, rounds, sheets } from "#db/schema/awards";
import { blindRounds } from "#db/schema/awards-files";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { touchPages } from "../../kernel/pages";
import type { Db } from "../../kernel/store";
import { editionToRun } from "../load";

export interface BlindInput {
  readonly editionSlug: string;
  readonly roundNo: number;
  readonly blind: boolean;
}

/**
 * Makes a round blind, or open again, until a sheet of it is begun. Refuses with "not_found" (edition, round), "forbidden", or
 * "already_done" once a sheet is begun or results are public.
 */
export async function setBlind(ctx: Ctx, { editionSlug, roundNo, blind }: BlindInput): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, editionSlug);
    const [row] = await tx
      .select({ id: rounds.id })
      .from(rounds)
      .where(and(eq(rounds.editionId, edition.id), eq(rounds.no, roundNo)));
    const { id: roundId } = found(row);
    if (edition.publishedAt !== null || (await isRoundBegun(tx, roundId))) throw new DomainError("already_done");
    if (blind) await tx.insert(blindRounds).values({ roundId, byPersonId: personId, at: ctx.now }).onConflictDoNothing();
    else await tx.delete(blindRounds).where(eq(blindRounds.roundId, roundId));
    await touchPages(tx, [`awards:${edition.slug}`]);
    const fields = [blind ? "blind" : "not_blind", String(roundNo)];
    await writeAudit(tx, ctx, { action: "round.blind_set", subjectKind: "edition", subjectId: edition.id, fields });
  });
}

/** Tells whether a juror wrote on a sheet of a round. One statement. */
export async function isRoundBegun(db: Db, roundId: string): Promise<boolean> {
  const [begun] = await db
    .select({ id: sheets.id })
    .from(sheets)
    .innerJoin(assignments, eq(assignments.id, sheets.assignmentId))
    .where(eq(assignments.roundId, roundId))
    .limit(1);
  return begun !== undefined;
}
