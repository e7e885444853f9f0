import { randomBytes } from "node:crypto";
import { and, asc, eq, isNull } from "drizzle-orm";
import { editions } from "#db/schema/awards";
import { lots } from "#db/schema/awards-council";
import { sha256, writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { touchPages } from "../../kernel/pages";
import type { Tx } from "../../kernel/store";

/**
 * Makes the secret that will draw lots in an edition, and publishes its digest. Once and for all: nobody chooses it, nobody makes it
 * again, and it stands before there is anything to draw about.
 */
export async function commitLot(tx: Tx, ctx: Ctx, edition: { readonly id: string; readonly slug: string }): Promise<void> {
  const secret = randomBytes(32).toString("base64url");
  const [made] = await tx
    .insert(lots)
    .values({ editionId: edition.id, commitment: sha256(secret), secret, at: ctx.now })
    .onConflictDoNothing()
    .returning({ id: lots.editionId });
  if (!made) return;
  await touchPages(tx, [`awards:${edition.slug}`]);
  await writeAudit(tx, ctx, { action: "lot.committed", subjectKind: "edition", subjectId: edition.id, fields: ["commitment"] });
}

/** The same for editions from before there were lots, while nothing is published. Bears being run again. */
export async function commitLots(ctx: Ctx): Promise<void> {
  const missing = await ctx.store.db
    .select({ id: editions.id, slug: editions.slug })
    .from(editions)
    .leftJoin(lots, eq(lots.editionId, editions.id))
    .where(and(isNull(lots.editionId), isNull(editions.publishedAt)))
    .orderBy(asc(editions.id));
  for (const edition of missing) await ctx.store.tx((tx) => commitLot(tx, ctx, edition));
}
