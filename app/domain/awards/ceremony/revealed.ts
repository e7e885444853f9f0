import { and, asc, eq, isNotNull } from "drizzle-orm";
import { ceremonyItems } from "#db/schema/awards-ceremony";
import { decisions } from "#db/schema/awards-result";
import type { Ctx } from "../../kernel/context";
import type { Db, Tx } from "../../kernel/store";
import type { Place } from "../edition";
import { placeOf } from "../edition";
import type { Edition } from "../load";
import { tellShow } from "./run-show";

/** A prize of the jury that the hall has seen. */
export interface RevealedPrize {
  readonly itemId: string;
  readonly categoryId: string;
  readonly place: Place;
}

/** The prizes of an edition whose winner was revealed. */
export async function revealedPrizes(db: Db, editionId: string): Promise<RevealedPrize[]> {
  const rows = await db
    .select({ itemId: ceremonyItems.id, categoryId: ceremonyItems.categoryId, place: ceremonyItems.place })
    .from(ceremonyItems)
    .where(and(eq(ceremonyItems.editionId, editionId), eq(ceremonyItems.kind, "prize"), isNotNull(ceremonyItems.revealedAt)))
    .orderBy(asc(ceremonyItems.position));
  return rows.flatMap(({ itemId, categoryId, place }) => {
    const known = place === null ? null : placeOf(place);
    return categoryId === null || known === null ? [] : [{ itemId, categoryId, place: known }];
  });
}

/** Has the slides of prizes that were corrected show who has them now; nobody while a prize is free. */
export async function showCorrected(tx: Tx, ctx: Ctx, edition: Edition, corrected: readonly RevealedPrize[]): Promise<void> {
  for (const { itemId, categoryId, place } of corrected) {
    const [prize] = await tx
      .select({ entryId: decisions.entryId })
      .from(decisions)
      .where(and(eq(decisions.categoryId, categoryId), eq(decisions.place, place)));
    await tx
      .update(ceremonyItems)
      .set({ revealedId: prize?.entryId ?? null })
      .where(eq(ceremonyItems.id, itemId));
  }
  await tellShow(tx, ctx, edition, "ceremony.corrected", ["prize"]);
}
