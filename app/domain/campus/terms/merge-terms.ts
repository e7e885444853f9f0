import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { juryMembers } from "#db/schema/awards-jury";
import { terms } from "#db/schema/campus";
import { ideaAudience, needs, offers } from "#db/schema/ideas";
import { vectors } from "#db/schema/matching";
import { termMerges, termMoves } from "#db/schema/terms";
import { LOCALES } from "../../kernel/actor";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { touchPages } from "../../kernel/pages";
import type { Tx } from "../../kernel/store";
import { fold } from "../../kernel/text";
import type { Term } from "../queries";
import { foldings } from "./collapse";
import { listToChange, requireRunTerms, termToChange } from "./guard";
import { livingTerms } from "./merged";
import { countOpenNeeds } from "./open-needs";
import { JURY_PLACE, juryKeyOf, TERM_PLACES } from "./places";
import { askReindex } from "./reindex";
import { liesUnder } from "./tree";

export interface MergeInput {
  /** The term that is merged away, and the one that stands for it from then on. */
  readonly fromId: string;
  readonly intoId: string;
}
/** A merge under way: the two terms, every name they have (of terms merged into them before, too), and its id. */
interface Merge {
  readonly id: string;
  readonly from: Term;
  readonly into: Term;
  readonly names: ReadonlySet<string>;
}

/**
 * Merges a term into another of its kind: every reference points at the other from then on, the merged one stays as another name of it.
 * Needs and offers that say the same after it become one. Undone by `undoMerge` within 30 days.
 * Refuses with "forbidden", "not_found", "stale" (one of them was merged meanwhile) and "invalid" (itself, another kind, a retired one).
 */
export async function mergeTerms(ctx: Ctx, { fromId, intoId }: MergeInput): Promise<{ mergeId: string }> {
  requireRunTerms(ctx);
  const mergeId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const list = await listToChange(tx);
    const [from, into] = [termToChange(list, fromId), termToChange(list, intoId)];
    if (from.id === into.id || from.kind !== into.kind || into.retiredAt !== null) throw new DomainError("invalid", { field: "into" });
    const merge: Merge = { id: mergeId, from, into, names: namesOf(livingTerms(list).filter(({ id }) => id === fromId || id === intoId)) };
    await tx.insert(termMerges).values({ id: mergeId, fromId, intoId, byPersonId: ctx.actor.personId, at: ctx.now });
    await liftOut(tx, ctx, merge, list);
    for (const place of TERM_PLACES) {
      const stood = eq(place.column, fromId);
      await tx.insert(termMoves).select(
        tx
          .select({
            id: sql<string>`${`${mergeId}:${place.name}:`} || ${place.key}`.as("id"),
            mergeId: sql<string>`cast(${mergeId} as text)`.as("merge_id"),
            place: sql<string>`cast(${place.name} as text)`.as("place"),
            rowId: sql<string>`${place.key}`.as("row_id"),
            before: sql<null>`cast(null as text)`.as("before"),
            at: sql<Date>`cast(${ctx.now.getTime()} as bigint)`.as("at"),
          })
          .from(place.table)
          .where(stood),
      );
      await tx
        .update(place.table)
        .set({ [place.field]: intoId })
        .where(stood);
    }
    await tx.update(ideaAudience).set({ domainId: intoId }).where(eq(ideaAudience.domainId, fromId));
    await moveJurors(tx, ctx, merge);
    for (const table of [needs, offers]) await foldWords(tx, ctx, merge, table);
    await tx.update(terms).set({ mergedInto: intoId }).where(eq(terms.id, fromId));
    await compareAnew(tx);
    await askReindex(tx, ctx, into);
    await touchPages(tx, ["terms"]);
    await writeAudit(tx, ctx, {
      action: "term.merged",
      subjectKind: "term",
      subjectId: fromId,
      fields: ["merged_into"],
      detail: JSON.stringify({ into: intoId, merge: mergeId }),
    });
  });
  return { mergeId };
}

function namesOf(list: readonly Term[]): ReadonlySet<string> {
  return new Set(list.flatMap(({ labels, synonyms }) => LOCALES.flatMap((lang) => [labels[lang], ...synonyms[lang]])).map(fold));
}

/** A term that lies under the one merged into it comes up to its place first, or the tree would go round. */
async function liftOut(tx: Tx, ctx: Ctx, { id, from, into }: Merge, list: readonly Term[]): Promise<void> {
  if (!liesUnder(list, into.id, from.id)) return;
  await tx.update(terms).set({ parentId: from.parentId }).where(eq(terms.id, into.id));
  await keepMoves(tx, ctx, id, "terms.lifted", [{ rowId: into.id, before: into.parentId }]);
}

/** Writes down rows that changed, and what stood there. */
async function keepMoves(
  tx: Tx,
  ctx: Ctx,
  mergeId: string,
  place: string,
  moves: readonly { readonly rowId: string; readonly before: string | null }[],
): Promise<void> {
  const rows = moves.map(({ rowId, before }) => ({ id: `${mergeId}:${place}:${rowId}`, mergeId, place, rowId, before, at: ctx.now }));
  for (let at = 0; at < rows.length; at += 100) await tx.insert(termMoves).values(rows.slice(at, at + 100));
}

async function moveJurors(tx: Tx, ctx: Ctx, { id, from, into }: Merge): Promise<void> {
  if (from.kind !== "domain") return;
  const rows = (await tx.select().from(juryMembers)).filter(({ domainIds }) => domainIds.includes(from.id));
  for (const { editionId, personId, domainIds } of rows) {
    const now = [...new Set(domainIds.map((one) => (one === from.id ? into.id : one)))];
    await tx
      .update(juryMembers)
      .set({ domainIds: now })
      .where(and(eq(juryMembers.editionId, editionId), eq(juryMembers.personId, personId)));
  }
  await keepMoves(
    tx,
    ctx,
    id,
    JURY_PLACE,
    rows.map((row) => ({ rowId: juryKeyOf(row), before: JSON.stringify(row.domainIds) })),
  );
}

const OWNERS_A_STATEMENT = 200;

/** Of open needs (or offers) of one owner that now say the same, one stays; the others are removed as a person would. */
async function foldWords(tx: Tx, ctx: Ctx, { id, into, names }: Merge, table: typeof needs | typeof offers): Promise<void> {
  const name = table === needs ? "needs" : "offers";
  const open = and(eq(table.termId, into.id), isNull(table.removedAt), eq(table.state, "open"));
  const twice = await tx
    .select({ ownerId: table.ownerId })
    .from(table)
    .where(open)
    .groupBy(table.ownerKind, table.ownerId, table.kind)
    .having(sql`count(*) > 1`);
  const moves = await tx
    .select({ rowId: termMoves.rowId })
    .from(termMoves)
    .where(and(eq(termMoves.mergeId, id), eq(termMoves.place, `${name}.term_id`)));
  const moved = new Set(moves.map(({ rowId }) => rowId));
  const owners = [...new Set(twice.map(({ ownerId }) => ownerId))];
  for (let at = 0; at < owners.length; at += OWNERS_A_STATEMENT) {
    const some = owners.slice(at, at + OWNERS_A_STATEMENT);
    const rows = await tx
      .select()
      .from(table)
      .where(and(open, inArray(table.ownerId, some)));
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const { keptId, goneId, weight } of foldings(rows, moved, names)) {
      await tx.update(table).set({ removedAt: ctx.now }).where(eq(table.id, goneId));
      await keepMoves(tx, ctx, id, `${name}.removed_at`, [{ rowId: goneId, before: keptId }]);
      const kept = byId.get(keptId);
      if (!kept || kept.weight === weight) continue;
      await tx.update(table).set({ weight }).where(eq(table.id, keptId));
      await keepMoves(tx, ctx, id, `${name}.weight`, [{ rowId: keptId, before: String(kept.weight) }]);
      byId.set(keptId, { ...kept, weight });
    }
    if (table === needs) await countOpenNeeds(tx, some);
  }
}

/** Every list of matches is made anew when somebody looks. */
export async function compareAnew(tx: Tx): Promise<void> {
  await tx.update(vectors).set({ modelVersion: 0 }).where(ne(vectors.modelVersion, 0));
}
