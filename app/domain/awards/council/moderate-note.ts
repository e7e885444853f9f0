import { and, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { editions, entries } from "#db/schema/awards";
import { deliberationNotes } from "#db/schema/awards-council";
import { isId } from "../../ideas/visible";
import type { Actor, Locale } from "../../kernel/actor";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import { clean } from "../../kernel/text";
import { councilOf, isOutside } from "./council";

async function noteRow(db: Db, noteId: string) {
  if (!isId(noteId)) throw new DomainError("not_found");
  const [row] = await db
    .select({ note: deliberationNotes, slug: editions.slug })
    .from(deliberationNotes)
    .innerJoin(entries, eq(entries.id, deliberationNotes.entryId))
    .innerJoin(editions, eq(editions.id, entries.editionId))
    .where(eq(deliberationNotes.id, noteId));
  return found(row);
}

/**
 * The words of a note, for a report: whoever is in the deliberation reads it, unless a conflict keeps them out of the entry. Refuses with
 * "not_found"; undefined once it is taken away.
 */
export async function noteWords(
  { db, actor }: { db: Db; actor: Actor },
  noteId: string,
  now: Date,
): Promise<{ campusId: string; by: string; words: string; lang: Locale; path: string } | undefined> {
  const { note, slug } = await noteRow(db, noteId);
  const council = await councilOf(db, { actor, now }, slug);
  if (note.removedAt !== null || isOutside(council, actor.personId, note.entryId)) return undefined;
  const { authorId: by, body: words, lang } = note;
  return { campusId: council.edition.campusId, by, words, lang: lang as Locale, path: `/awards/${slug}/council#note-${noteId}` };
}

/**
 * Hides a note of the deliberation from everybody in it, with a reason in the trail, or shows it again; what its writer took away stays away.
 * Organisers whom no conflict keeps out ("not_found" for all others). Refuses with "already_done".
 */
export async function hideNote(ctx: Ctx, noteId: string, input: { readonly reason: string } | "show"): Promise<void> {
  const show = input === "show";
  await ctx.store.tx(async (tx) => {
    const { note, slug } = await noteRow(tx, noteId);
    const council = await councilOf(tx, ctx, slug);
    if (!council.runs || isOutside(council, ctx.actor.personId, note.entryId)) throw new DomainError("not_found");
    const { removedAt, body } = deliberationNotes;
    const [done] = await tx
      .update(deliberationNotes)
      .set({ removedAt: show ? null : ctx.now })
      .where(and(eq(deliberationNotes.id, noteId), show ? and(isNotNull(removedAt), ne(body, "")) : isNull(removedAt)))
      .returning({ id: deliberationNotes.id });
    if (!done) throw new DomainError("already_done");
    await writeAudit(tx, ctx, {
      action: show ? "council.note_shown" : "council.note_hidden",
      subjectKind: "entry",
      subjectId: note.entryId,
      fields: ["removed_at"],
      ...(show ? {} : { detail: clean(input.reason) }),
    });
  });
}
