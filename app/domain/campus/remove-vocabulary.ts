import { eq, inArray } from "drizzle-orm";
import { vocabulary, vocabularySources, vocabularyWords } from "#db/schema/vocabulary";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import { canRunInstance } from "./policy";

const ROWS_A_COMMIT = 500;

/**
 * Takes a classification out again: first its version and notice, so that nobody reads it any more, then its rows. A need that named
 * one of its entries keeps its words. By an admin or the command line; refuses with "forbidden". Returns how many entries went.
 */
export async function removeVocabulary(ctx: Ctx, source: string): Promise<{ removed: number }> {
  if (ctx.via === "web" && !canRunInstance(ctx.actor)) throw new DomainError("forbidden");
  await ctx.store.tx(async (tx) => {
    const gone = await tx
      .delete(vocabularySources)
      .where(eq(vocabularySources.source, source))
      .returning({ source: vocabularySources.source });
    if (gone.length === 0) return;
    await touchPages(tx, ["vocabulary"]);
    await writeAudit(tx, ctx, { action: "vocabulary.removed", subjectKind: "vocabulary", subjectId: source });
  });
  const there = await ctx.store.db.select({ id: vocabulary.id }).from(vocabulary).where(eq(vocabulary.source, source));
  const ids = there.map(({ id }) => id);
  for (let at = 0; at < ids.length; at += ROWS_A_COMMIT) {
    const batch = ids.slice(at, at + ROWS_A_COMMIT);
    await ctx.store.tx((tx) => tx.delete(vocabulary).where(inArray(vocabulary.id, batch)));
  }
  await ctx.store.tx((tx) => tx.delete(vocabularyWords).where(eq(vocabularyWords.source, source)));
  return { removed: ids.length };
}
