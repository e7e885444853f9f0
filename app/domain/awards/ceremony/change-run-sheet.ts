import { randomBytes } from "node:crypto";
import { and, eq, inArray } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { ceremonies, ceremonyItems } from "#db/schema/awards-ceremony";
import { sha256, writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { clean } from "../../kernel/text";
import { PLACES } from "../edition";
import { categoriesOf } from "../load";
import { votesOf } from "../vote/rows";
import type { ItemKind } from "./ceremony";
import { ITEM_KINDS, ITEM_MINUTES_MAX, ITEM_WORDS_MAX, ITEMS_MAX } from "./ceremony";
import type { ItemRow } from "./rows";
import { ceremonyToRun, itemsOf, showState } from "./rows";

export interface AddedItem {
  readonly kind: ItemKind;
  readonly minutes: number;
  readonly words: string;
  /** What it is about: the entry of a pitch, the vote of a vote or a prize of the public, the category of a prize. */
  readonly aboutId: string | null;
  /** The place of a prize. */
  readonly place: number | null;
}

/** A change of the run sheet. What the hall has seen stays where it is. */
export type SheetChange =
  | { readonly do: "add"; readonly item: AddedItem }
  | { readonly do: "save"; readonly id: string; readonly minutes: number; readonly words: string }
  | { readonly do: "move"; readonly id: string; readonly by: -1 | 1 }
  | { readonly do: "remove"; readonly id: string }
  | { readonly do: "draw"; /** Drawn when absent. */ readonly seed?: string }
  | { readonly do: "publishes"; readonly on: boolean };

/**
 * Changes the run sheet, also while the show goes on. Refuses with "not_found", "forbidden", "show_closed" (it is over), "already_done"
 * (the item was shown), or "invalid" and the `field`.
 */
export async function changeRunSheet(ctx: Ctx, input: { readonly editionSlug: string; readonly change: SheetChange }): Promise<void> {
  const { change } = input;
  const seed = change.do === "draw" ? (change.seed ?? randomBytes(8).toString("hex")) : "";
  await ctx.store.tx(async (tx) => {
    const { edition, show } = await ceremonyToRun(tx, ctx, input.editionSlug);
    if (showState(show, ctx.now) === "over") throw new DomainError("show_closed");
    const items = await itemsOf(tx, edition.id);
    switch (change.do) {
      case "add":
        await add(tx, ctx, edition.id, items, change.item);
        break;
      case "save":
        await tx
          .update(ceremonyItems)
          .set(checked(change))
          .where(eq(ceremonyItems.id, own(items, change.id).id));
        break;
      case "move":
        await place(tx, moved(items, change.id, change.by));
        break;
      case "remove":
        await tx.delete(ceremonyItems).where(eq(ceremonyItems.id, unseen(items, change.id).id));
        break;
      case "draw":
        await place(tx, await drawn(tx, items, seed));
        await tx
          .update(ceremonies)
          .set({ seed, draws: show.draws + 1 })
          .where(eq(ceremonies.editionId, edition.id));
        break;
      case "publishes":
        await tx.update(ceremonies).set({ publishes: change.on }).where(eq(ceremonies.editionId, edition.id));
        break;
    }
    await writeAudit(tx, ctx, {
      action: "ceremony.changed",
      subjectKind: "edition",
      subjectId: edition.id,
      fields: ["run_sheet", change.do],
    });
  });
}

const own = (items: readonly ItemRow[], id: string): ItemRow => found(items.find((item) => item.id === id));

function unseen(items: readonly ItemRow[], id: string): ItemRow {
  const item = own(items, id);
  if (item.shownAt !== null) throw new DomainError("already_done");
  return item;
}

function checked({ minutes, words }: { readonly minutes: number; readonly words: string }): { minutes: number; words: string } {
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > ITEM_MINUTES_MAX) throw new DomainError("invalid", { field: "minutes" });
  const text = clean(words).replace(/\s+/g, " ");
  if (text.length > ITEM_WORDS_MAX) throw new DomainError("invalid", { field: "words" });
  return { minutes, words: text };
}

async function add(tx: Tx, ctx: Ctx, editionId: string, items: readonly ItemRow[], item: AddedItem): Promise<void> {
  const { kind, aboutId } = item;
  if (!ITEM_KINDS.includes(kind)) throw new DomainError("invalid", { field: "kind" });
  if (items.length >= ITEMS_MAX) throw new DomainError("invalid", { field: "kind" });
  const about = {
    entryId: null as string | null,
    voteId: null as string | null,
    categoryId: null as string | null,
    place: null as number | null,
  };
  if (kind === "pitch") about.entryId = await entryOf(tx, editionId, aboutId);
  if (kind === "vote" || kind === "audience")
    about.voteId = one(
      (await votesOf(tx, editionId)).map(({ id }) => id),
      aboutId,
    );
  if (kind === "prize") {
    about.categoryId = one(
      (await categoriesOf(tx, editionId)).map(({ id }) => id),
      aboutId,
    );
    about.place = PLACES.find((known) => known > 0 && known === item.place) ?? wrong("place");
  }
  const last = items.at(-1);
  // Before the thanks, when these come last and were not shown.
  const before = kind !== "thanks" && last?.kind === "thanks" && last.shownAt === null ? last : undefined;
  const position = (last?.position ?? -1) + 1;
  const id = ctx.newId();
  await tx.insert(ceremonyItems).values({ id, editionId, position, kind, ...about, ...checked(item) });
  if (before) await place(tx, moved([...(await itemsOf(tx, editionId))], id, -1));
}

function wrong(field: string): never {
  throw new DomainError("invalid", { field });
}

const one = (ids: readonly string[], id: string | null): string => ids.find((known) => known === id) ?? wrong("about");

async function entryOf(tx: Tx, editionId: string, id: string | null): Promise<string> {
  const [entry] = await tx
    .select({ id: entries.id })
    .from(entries)
    .where(and(eq(entries.id, id ?? ""), eq(entries.editionId, editionId), eq(entries.state, "submitted")));
  return entry?.id ?? wrong("about");
}

function moved(items: readonly ItemRow[], id: string, by: -1 | 1): ItemRow[] {
  const item = unseen(items, id);
  const at = items.indexOf(item);
  const other = items[at + by];
  if (!other || other.shownAt !== null) return [...items];
  const order = [...items];
  order[at] = other;
  order[at + by] = item;
  return order;
}

/** The pitches that are still to come, in the order of SHA-256 of the seed, a colon and the number of the entry, in the places they had. */
async function drawn(tx: Tx, items: readonly ItemRow[], seed: string): Promise<ItemRow[]> {
  const pitches = items.filter(({ kind, shownAt }) => kind === "pitch" && shownAt === null);
  if (pitches.length < 2) throw new DomainError("conflict");
  const rows = await tx
    .select({ id: entries.id, number: entries.number })
    .from(entries)
    .where(
      inArray(
        entries.id,
        pitches.flatMap(({ entryId }) => entryId ?? []),
      ),
    );
  const key = new Map(rows.map(({ id, number }) => [id, sha256(`${seed}:${number}`)]));
  const keyOf = ({ entryId }: ItemRow): string => key.get(entryId ?? "") ?? "";
  const queue = [...pitches].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return items.map((item) => (pitches.includes(item) ? (queue.shift() ?? item) : item));
}

async function place(tx: Tx, order: readonly ItemRow[]): Promise<void> {
  for (const [position, item] of order.entries()) {
    if (item.position !== position) await tx.update(ceremonyItems).set({ position }).where(eq(ceremonyItems.id, item.id));
  }
}
