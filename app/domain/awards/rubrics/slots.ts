import { and, asc, count, eq, inArray } from "drizzle-orm";
import { assignments, categories, entries, rounds, sheets } from "#db/schema/awards";
import { roundRubrics } from "#db/schema/awards-rubric";
import type { Db, Tx } from "../../kernel/store";
import { versionOfSlot } from "../rubric-rows";

/** One category in one round, and by which version of a rubric it is scored. */
export interface Slot {
  readonly roundId: string;
  readonly roundNo: number;
  readonly categoryId: string;
  readonly categoryCode: string;
  readonly versionId: string;
  /** Somebody began to score there: the rubric stays what it is. */
  readonly begun: boolean;
}

/** Every category in every round of an edition with its version, in order. One statement. */
export async function versionsInUse(db: Db, editionId: string): Promise<Omit<Slot, "begun">[]> {
  return db
    .select({
      roundId: rounds.id,
      roundNo: rounds.no,
      categoryId: categories.id,
      categoryCode: categories.code,
      versionId: versionOfSlot,
    })
    .from(rounds)
    .innerJoin(categories, eq(categories.editionId, rounds.editionId))
    .leftJoin(roundRubrics, and(eq(roundRubrics.roundId, rounds.id), eq(roundRubrics.categoryId, categories.id)))
    .where(eq(rounds.editionId, editionId))
    .orderBy(asc(rounds.no), asc(categories.position), asc(categories.id));
}

/** The same, with whether somebody began to score there. Two statements. */
export async function slotsOf(db: Db, editionId: string): Promise<Slot[]> {
  const rows = await versionsInUse(db, editionId);
  const begun = await db
    .select({ roundId: assignments.roundId, categoryId: entries.categoryId, n: count(sheets.id) })
    .from(sheets)
    .innerJoin(assignments, eq(assignments.id, sheets.assignmentId))
    .innerJoin(entries, eq(entries.id, assignments.entryId))
    .where(eq(entries.editionId, editionId))
    .groupBy(assignments.roundId, entries.categoryId);
  const there = new Set(begun.map(({ roundId, categoryId }) => `${roundId} ${categoryId}`));
  return rows.map((row) => ({ ...row, begun: there.has(`${row.roundId} ${row.categoryId}`) }));
}

/** Writes which version each category is scored by in each round; a round with one for all says so once. */
export async function writeSlots(tx: Tx, slots: readonly Omit<Slot, "begun">[]): Promise<void> {
  const roundIds = [...new Set(slots.map(({ roundId }) => roundId))];
  if (roundIds.length > 0) await tx.delete(roundRubrics).where(inArray(roundRubrics.roundId, roundIds));
  for (const roundId of roundIds) {
    const own = slots.filter((slot) => slot.roundId === roundId);
    const versions = [...new Set(own.map(({ versionId }) => versionId))];
    const [first] = versions;
    // Whatever category comes later begins with the rubric of the round.
    if (first !== undefined) await tx.update(rounds).set({ rubricVersionId: first }).where(eq(rounds.id, roundId));
    const others = own.filter(({ versionId }) => versionId !== first);
    if (others.length > 0) {
      await tx
        .insert(roundRubrics)
        .values(others.map(({ categoryId, versionId }) => ({ roundId, categoryId, rubricVersionId: versionId })));
    }
  }
}

/** Gives the categories of one edition, round by round, the rubrics those with the same code have in another. */
export async function copySlots(tx: Tx, fromId: string, toId: string): Promise<void> {
  const from = await versionsInUse(tx, fromId);
  const to = await versionsInUse(tx, toId);
  await writeSlots(
    tx,
    to.map((slot) => {
      const same = from.find(({ roundNo, categoryCode }) => roundNo === slot.roundNo && categoryCode === slot.categoryCode);
      return { ...slot, versionId: same?.versionId ?? slot.versionId };
    }),
  );
}

/** Gives a new round the rubrics of the round before it. */
export async function followRound(tx: Tx, editionId: string, roundNo: number): Promise<void> {
  const slots = await versionsInUse(tx, editionId);
  const before = slots.filter((slot) => slot.roundNo === roundNo - 1);
  await writeSlots(
    tx,
    slots
      .filter((slot) => slot.roundNo === roundNo)
      .map((slot) => ({
        ...slot,
        versionId: before.find(({ categoryId }) => categoryId === slot.categoryId)?.versionId ?? slot.versionId,
      })),
  );
}
