import { and, eq, isNull } from "drizzle-orm";
import { editions, entries } from "#db/schema/awards";
import { entryLetters } from "#db/schema/awards-publish";
import { isId } from "../../ideas/visible";
import type { Ctx } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import type { Edition } from "../load";
import { editionToOversee } from "../load";

export type LetterRow = typeof entryLetters.$inferSelect;

/** A letter for an act of the organiser. Refuses with "not_found" (also for everybody else), or "already_done" once it is sent. */
export async function letterToRun(tx: Tx, ctx: Ctx, entryId: string): Promise<{ letter: LetterRow; edition: Edition }> {
  if (!isId(entryId)) throw new DomainError("not_found");
  const [row] = await tx
    .select({ letter: entryLetters, slug: editions.slug })
    .from(entryLetters)
    .innerJoin(entries, and(eq(entries.id, entryLetters.entryId), eq(entries.state, "submitted")))
    .innerJoin(editions, eq(editions.id, entryLetters.editionId))
    .where(eq(entryLetters.entryId, entryId));
  const { letter, slug } = found(row);
  const edition = await editionToOversee(tx, ctx.actor, slug, ctx.now);
  if (letter.sentAt !== null) throw new DomainError("already_done");
  return { letter, edition };
}

/**
 * Changes a letter if it is still what was read. Refuses with "stale", which carries the revision and the text that are stored.
 */
export async function changeLetter(
  tx: Tx,
  ctx: Ctx,
  letter: LetterRow,
  revision: number,
  change: Partial<Pick<LetterRow, "body" | "state" | "editedBy" | "checkedBy">>,
): Promise<void> {
  const [changed] = await tx
    .update(entryLetters)
    .set({ ...change, revision: revision + 1, updatedAt: ctx.now })
    .where(and(eq(entryLetters.entryId, letter.entryId), eq(entryLetters.revision, revision), isNull(entryLetters.sentAt)))
    .returning({ entryId: entryLetters.entryId });
  if (!changed) throw new DomainError("stale", { revision: letter.revision, stored: letter.body });
}
