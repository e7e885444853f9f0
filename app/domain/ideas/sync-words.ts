import { and, eq, inArray } from "drizzle-orm";
import { needs, offers } from "#db/schema/ideas";
import { countOpenNeeds } from "../campus/terms/open-needs";
import { standIns } from "../campus/terms/stand-ins";
import type { Locale } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import type { Tx } from "../kernel/store";
import { wordKey } from "./content";
import type { WordInput, WordOrigin } from "./idea";

export interface WordOwner {
  readonly ownerKind: "idea" | "person" | "organisation";
  readonly ownerId: string;
  readonly lang: Locale;
}
export interface WordLists {
  readonly needs: readonly WordInput[];
  readonly offers: readonly WordInput[];
}

/**
 * Makes the rows of an owner's needs and offers say what the lists say. A row that says the same keeps its id, origin and
 * state, also when it was removed earlier and now comes back; a row that is gone is marked removed and stays.
 * `needOrigin` is that of new needs; new offers are always typed.
 */
export async function syncWords(tx: Tx, ctx: Ctx, owner: WordOwner, lists: WordLists, needOrigin: WordOrigin = "typed"): Promise<void> {
  const now = await standIns(
    tx,
    [...lists.needs, ...lists.offers].map(({ termId }) => termId),
  );
  await syncTable(tx, ctx, needs, owner, standing(lists.needs, now), needOrigin);
  await syncTable(tx, ctx, offers, owner, standing(lists.offers, now), "typed");
  if (owner.ownerKind === "idea") await countOpenNeeds(tx, [owner.ownerId]);
}

/** Words with the terms that stand for theirs since some were merged; what says the same then stands there once. */
function standing(list: readonly WordInput[], now: (termId: string | null) => string | null): readonly WordInput[] {
  const kept = new Map<string, WordInput>();
  for (const one of list) {
    const word = { ...one, termId: now(one.termId) };
    if (!kept.has(wordKey(word))) kept.set(wordKey(word), word);
  }
  return [...kept.values()];
}

async function syncTable(
  tx: Tx,
  ctx: Ctx,
  table: typeof needs | typeof offers,
  owner: WordOwner,
  list: readonly WordInput[],
  origin: WordOrigin,
): Promise<void> {
  const rows = await tx
    .select()
    .from(table)
    .where(and(eq(table.ownerKind, owner.ownerKind), eq(table.ownerId, owner.ownerId)));
  // Rows in use win over removed ones, and newer over older.
  rows.sort((a, b) => Number(a.removedAt !== null) - Number(b.removedAt !== null) || b.createdAt.getTime() - a.createdAt.getTime());
  const free = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!free.has(wordKey(row))) free.set(wordKey(row), row);

  const inUse = new Map(rows.filter(({ removedAt }) => removedAt === null).map((row) => [wordKey({ ...row, termId: null }), row] as const));

  const fresh: (typeof table.$inferInsert)[] = [];
  const kept = new Set<string>();
  for (const [position, word] of list.entries()) {
    // The same words with another term are the same need: its state and its meeting stay.
    const row = free.get(wordKey(word)) ?? inUse.get(wordKey({ ...word, termId: null }));
    if (!row || kept.has(row.id)) {
      fresh.push({ id: ctx.newId(), ...owner, ...word, state: "open", origin, position, createdAt: ctx.now, removedAt: null });
      continue;
    }
    kept.add(row.id);
    const same =
      row.removedAt === null &&
      row.position === position &&
      row.weight === word.weight &&
      row.words === word.words &&
      row.termId === word.termId;
    if (!same)
      await tx
        .update(table)
        .set({ words: word.words, termId: word.termId, weight: word.weight, position, removedAt: null })
        .where(eq(table.id, row.id));
  }
  const gone = rows.filter((row) => row.removedAt === null && !kept.has(row.id)).map((row) => row.id);
  if (gone.length > 0) await tx.update(table).set({ removedAt: ctx.now }).where(inArray(table.id, gone));
  if (fresh.length > 0) await tx.insert(table).values(fresh);
}
