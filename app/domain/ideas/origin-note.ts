import { randomBytes } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { ideaVersions, lineage, needs, offers } from "#db/schema/ideas";
import type { Person } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Store, Tx } from "../kernel/store";
import { prepareContent, wordKey } from "./content";
import { keepVersion } from "./edit-idea";
import type { WordInput, WordKind } from "./idea";
import { BLANK_CONTENT, TITLE_MAX, WORDS_MAX } from "./idea";
import { plantIdea } from "./plant-idea";
import { canEdit } from "./policy";
import { demand, demandActive, ideaToActOn } from "./visible";
import { writeAudience } from "./write-audience";

/** A note of a board, as far as an idea keeps it. */
export interface NoteOrigin {
  readonly noteId: string;
  readonly body: string;
}

const originOf = ({ noteId }: NoteOrigin): string => `note:${noteId}`;

/** A text on one line, cut at a word when it is longer than `max`. */
function shortened(text: string, max: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= max) return line;
  const cut = line.slice(0, max - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), Math.floor(max / 2))).trimEnd()}…`;
}

/**
 * Makes a need or offer of an idea out of a note, as a new version of the idea; the row keeps the note as its origin. Returns
 * its id. Refuses with "not_found", "forbidden", "conflict", "too_many" (the list is full) or "already_done" (it says so already).
 */
export async function wordFromNote(
  tx: Tx,
  ctx: Ctx,
  person: Person,
  input: { readonly ideaId: string; readonly list: "needs" | "offers"; readonly kind: WordKind; readonly note: NoteOrigin },
): Promise<{ wordId: string }> {
  const { ideaId, list, kind, note } = input;
  const { idea, facts } = await ideaToActOn(tx, person, ideaId);
  demandActive(idea);
  demand(person, canEdit(person, facts));
  const [version] = await tx
    .select({ content: ideaVersions.content })
    .from(ideaVersions)
    .where(and(eq(ideaVersions.ideaId, ideaId), eq(ideaVersions.no, idea.versionNo)));
  const { content } = found(version);
  const word: WordInput = { kind, termId: null, words: shortened(note.body, WORDS_MAX), weight: 2 };
  if (content[list].some((one) => wordKey(one) === wordKey(word))) throw new DomainError("already_done");
  const prepared = await prepareContent(tx, { ...content, [list]: [...content[list], word] });
  const salt = randomBytes(16).toString("hex");
  await keepVersion(tx, ctx, { ideaId, no: idea.versionNo + 1, salt, prepared });
  await writeAudience(tx, ideaId);
  const table = list === "needs" ? needs : offers;
  const rows = await tx
    .select()
    .from(table)
    .where(and(eq(table.ownerKind, "idea"), eq(table.ownerId, ideaId), isNull(table.removedAt)));
  const made = found(rows.find((row) => wordKey(row) === wordKey(word)));
  await tx
    .update(table)
    .set({ origin: originOf(note) })
    .where(eq(table.id, made.id));
  return { wordId: made.id };
}

/**
 * Plants an idea out of a note, within a transaction of `store` (see `inBatch`): private to who does it, matched with nobody,
 * until they say otherwise. `parents` are the ideas of the room; the lineage tells so. Refuses as `plantIdea` does.
 */
export async function ideaFromNote(
  ctx: Ctx & { readonly store: Store },
  input: { readonly campusId: string; readonly lang: Person["locale"]; readonly parents: readonly string[]; readonly note: NoteOrigin },
): Promise<{ ideaId: string }> {
  const { campusId, lang, parents, note } = input;
  const title = shortened(note.body, TITLE_MAX);
  const { ideaId } = await plantIdea(
    ctx,
    {
      ...BLANK_CONTENT,
      campusId,
      lang,
      title,
      pitch: note.body.trim().length > title.length ? note.body.trim() : "",
      visibility: "private",
      matchConsent: "not",
    },
    { source: { note: note.noteId } },
  );
  await ctx.store.tx(async (tx) => {
    if (parents.length === 0) return;
    const rows = parents.map((parentId) => ({ id: ctx.newId(), childId: ideaId, parentId, kind: "note" as const, at: ctx.now }));
    await tx.insert(lineage).values(rows);
  });
  return { ideaId };
}
