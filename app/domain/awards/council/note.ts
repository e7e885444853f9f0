import { and, eq, isNull } from "drizzle-orm";
import { editions, entries } from "#db/schema/awards";
import { deliberationNotes } from "#db/schema/awards-council";
import { isId } from "../../ideas/visible";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { clean } from "../../kernel/text";
import { demandDeciding } from "../decide";
import { councilOf, isOutside, NOTE_MAX } from "./council";

export interface NoteInput {
  readonly editionSlug: string;
  readonly entryId: string;
  readonly body: string;
}

/** Notes something about an entry for whoever may be in the room. Refuses with "not_found" (also when a conflict keeps the writer out), "deciding_closed" or "invalid". */
export async function addNote(ctx: Ctx, { editionSlug, entryId, ...input }: NoteInput): Promise<{ noteId: string }> {
  const { personId, locale } = requirePerson(ctx);
  const body = clean(input.body);
  if (body === "" || body.length > NOTE_MAX) throw new DomainError("invalid", { field: "body", max: NOTE_MAX });
  if (!isId(entryId)) throw new DomainError("not_found");
  return ctx.store.tx(async (tx) => {
    const council = await councilOf(tx, ctx, editionSlug);
    const [entry] = await tx
      .select({ id: entries.id })
      .from(entries)
      .where(and(eq(entries.id, entryId), eq(entries.editionId, council.edition.id), eq(entries.state, "submitted")));
    if (isOutside(council, personId, found(entry).id)) throw new DomainError("not_found");
    demandDeciding(council.edition);
    const noteId = ctx.newId();
    await tx.insert(deliberationNotes).values({ id: noteId, entryId, authorId: personId, lang: locale, body, at: ctx.now });
    await writeAudit(tx, ctx, { action: "council.noted", subjectKind: "entry", subjectId: entryId, fields: ["body"] });
    return { noteId };
  });
}

/** Takes a note away: its writer, or an organiser. Refuses with "not_found" for all others, and for whoever is kept out of the entry. */
export async function removeNote(ctx: Ctx, { noteId }: { readonly noteId: string }): Promise<void> {
  const { personId } = requirePerson(ctx);
  if (!isId(noteId)) throw new DomainError("not_found");
  await ctx.store.tx(async (tx) => {
    const [row] = await tx
      .select({ note: deliberationNotes, slug: editions.slug })
      .from(deliberationNotes)
      .innerJoin(entries, eq(entries.id, deliberationNotes.entryId))
      .innerJoin(editions, eq(editions.id, entries.editionId))
      .where(and(eq(deliberationNotes.id, noteId), isNull(deliberationNotes.removedAt)));
    const { note, slug } = found(row);
    const council = await councilOf(tx, ctx, slug);
    if (isOutside(council, personId, note.entryId) || (note.authorId !== personId && !council.runs)) throw new DomainError("not_found");
    await tx.update(deliberationNotes).set({ body: "", removedAt: ctx.now }).where(eq(deliberationNotes.id, noteId));
    await writeAudit(tx, ctx, { action: "council.note_removed", subjectKind: "entry", subjectId: note.entryId, fields: ["body"] });
  });
}
