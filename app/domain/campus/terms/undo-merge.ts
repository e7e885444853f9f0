import type { SQL } from "drizzle-orm";
import { and, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { juryMembers } from "#db/schema/awards-jury";
import { terms } from "#db/schema/campus";
import { ideaAudience, ideas, needs, offers } from "#db/schema/ideas";
import { termMerges, termMoves } from "#db/schema/terms";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { touchPages } from "../../kernel/pages";
import type { Tx } from "../../kernel/store";
import { after, days } from "../../kernel/time";
import { MERGE_UNDO_DAYS } from "../campus";
import { listToChange, requireRunTerms } from "./guard";
import { compareAnew } from "./merge-terms";
import { countOpenNeeds } from "./open-needs";
import { JURY_PLACE, juryKeyOf, TERM_PLACES } from "./places";
import { askReindex } from "./reindex";
import { standIns } from "./stand-ins";
import { goesRound } from "./tree";

type MergeRow = typeof termMerges.$inferSelect;

/**
 * Undoes a merge: what it moved and nobody changed since goes back, what was folded comes apart, the term is offered again. What was
 * picked after the merge stays with the other term. Refuses with "forbidden", "not_found", "already_done", "too_late" (after 30 days)
 * and "term_merged_on" (the other term was merged itself since: that is to be undone first).
 */
export async function undoMerge(ctx: Ctx, mergeId: string): Promise<{ termId: string }> {
  requireRunTerms(ctx);
  return ctx.store.tx(async (tx) => {
    const [row] = await tx.select().from(termMerges).where(eq(termMerges.id, mergeId));
    const merge = found(row);
    if (merge.undoneAt !== null) throw new DomainError("already_done");
    if (after(merge.at, days(MERGE_UNDO_DAYS)).getTime() <= ctx.now.getTime()) throw new DomainError("too_late");
    const from = found((await listToChange(tx)).find(({ id }) => id === merge.fromId));
    if (from.mergedInto !== merge.intoId) throw new DomainError("term_merged_on");
    for (const { name, table, key, column, field } of TERM_PLACES) {
      await tx
        .update(table)
        .set({ [field]: merge.fromId })
        .where(and(eq(column, merge.intoId), inArray(key, movedRows(tx, mergeId, name))));
    }
    const own = tx.select({ id: ideas.id }).from(ideas).where(eq(ideas.domainId, merge.fromId));
    await tx
      .update(ideaAudience)
      .set({ domainId: merge.fromId })
      .where(and(eq(ideaAudience.domainId, merge.intoId), inArray(ideaAudience.ideaId, own)));
    await moveJurorsBack(tx, merge);
    for (const table of [needs, offers]) await unfoldWords(tx, merge, table);
    await tx.update(terms).set({ mergedInto: null }).where(eq(terms.id, merge.fromId));
    await hangBack(tx, merge, from.parentId);
    await tx.delete(termMoves).where(eq(termMoves.mergeId, mergeId));
    await tx.update(termMerges).set({ undoneAt: ctx.now, undoneBy: ctx.actor.personId }).where(eq(termMerges.id, mergeId));
    await compareAnew(tx);
    await askReindex(tx, ctx, from);
    await touchPages(tx, ["terms"]);
    await writeAudit(tx, ctx, {
      action: "term.unmerged",
      subjectKind: "term",
      subjectId: merge.fromId,
      fields: ["merged_into"],
      detail: JSON.stringify({ from: merge.intoId, merge: mergeId }),
    });
    return { termId: merge.fromId };
  });
}

const movedRows = (tx: Tx, mergeId: string, place: string, only?: SQL) =>
  tx
    .select({ id: termMoves.rowId })
    .from(termMoves)
    .where(and(eq(termMoves.mergeId, mergeId), eq(termMoves.place, place), only));

const movesAt = (tx: Tx, mergeId: string, place: string) =>
  tx
    .select({ rowId: termMoves.rowId, before: termMoves.before })
    .from(termMoves)
    .where(and(eq(termMoves.mergeId, mergeId), eq(termMoves.place, place)));

async function moveJurorsBack(tx: Tx, { id, fromId, intoId }: MergeRow): Promise<void> {
  const moves = new Map((await movesAt(tx, id, JURY_PLACE)).map(({ rowId, before }) => [rowId, before]));
  if (moves.size === 0) return;
  for (const row of await tx.select().from(juryMembers)) {
    const before = moves.get(juryKeyOf(row));
    if (before === undefined || before === null) continue;
    const both = (JSON.parse(before) as string[]).includes(intoId);
    const domainIds = row.domainIds.flatMap((one) => (one !== intoId ? [one] : both ? [fromId, intoId] : [fromId]));
    await tx
      .update(juryMembers)
      .set({ domainIds: [...new Set(domainIds)] })
      .where(and(eq(juryMembers.editionId, row.editionId), eq(juryMembers.personId, row.personId)));
  }
}

/** Takes folded needs (or offers) apart again, each with the weight it had. Of one that its owner removed since, nothing comes back. */
async function unfoldWords(tx: Tx, { id }: MergeRow, table: typeof needs | typeof offers): Promise<void> {
  const name = table === needs ? "needs" : "offers";
  const stays = tx.select({ id: table.id }).from(table).where(isNull(table.removedAt));
  const folded = movedRows(tx, id, `${name}.removed_at`, inArray(termMoves.before, stays));
  const back = await tx
    .update(table)
    .set({ removedAt: null })
    .where(and(isNotNull(table.removedAt), inArray(table.id, folded)))
    .returning({ ownerId: table.ownerId });
  for (const { rowId, before } of await movesAt(tx, id, `${name}.weight`)) {
    const weight = Number(before);
    await tx
      .update(table)
      .set({ weight })
      .where(and(eq(table.id, rowId), gt(table.weight, sql`${weight}`)));
  }
  const ideaIds = [...new Set(back.map(({ ownerId }) => ownerId))];
  for (let at = 0; table === needs && at < ideaIds.length; at += 200) await countOpenNeeds(tx, ideaIds.slice(at, at + 200));
}

/** Gives the other term the place it had under this one; where the tree has changed so that it would go round, it stands on top. */
async function hangBack(tx: Tx, { id, fromId, intoId }: MergeRow, lifted: string | null): Promise<void> {
  const [move] = await movesAt(tx, id, "terms.lifted");
  const [into] = (await listToChange(tx)).filter((term) => term.id === intoId);
  if (move && into?.parentId === lifted) {
    const now = await standIns(tx, [move.before]);
    await tx
      .update(terms)
      .set({ parentId: now(move.before) })
      .where(eq(terms.id, intoId));
  }
  for (const termId of [intoId, fromId]) {
    if (goesRound(await listToChange(tx), termId)) await tx.update(terms).set({ parentId: null }).where(eq(terms.id, termId));
  }
}
