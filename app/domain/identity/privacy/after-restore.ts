import { erasures } from "#db/schema/privacy";
import type { Ctx } from "../../kernel/context";
import { isDomainError } from "../../kernel/errors";
import { erase } from "../erase-me";
import type { ErasureLine } from "./erasure";

/** Erases somebody anew whom a restored backup brought back. Nothing happens when they are gone. Refuses as `eraseMe` does. */
export async function eraseAgain(ctx: Ctx, personId: string): Promise<void> {
  try {
    await ctx.store.tx((tx) => erase(tx, ctx, personId));
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "not_found") throw thrown;
  }
}

/** Keeps a statement that was written after the backup that was restored, as it was. */
export async function keepErasure(
  ctx: Ctx,
  { id = "", number = "", lines = "[]", sha256 = "", at }: Readonly<Record<string, string>>,
): Promise<void> {
  const row = { id, number, lines: JSON.parse(lines) as ErasureLine[], sha256, at: new Date(Number(at)) };
  await ctx.store.tx(async (tx) => void (await tx.insert(erasures).values(row).onConflictDoNothing()));
}
