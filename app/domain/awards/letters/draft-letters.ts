import { and, eq, isNull } from "drizzle-orm";
import { entryLetters } from "#db/schema/awards-publish";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { isDeciding } from "../edition";
import { editionToRun } from "../load";
import { letterFactsOf } from "./facts";
import type { WriteLetter } from "./letter";
import { LETTER_MAX } from "./letter";
import type { LetterRow } from "./letter-rows";

interface Drafted {
  readonly entryId: string;
  readonly lang: LetterRow["lang"];
  readonly body: string;
}

/**
 * Drafts the letters of an edition that are not there yet, and anew those that nobody changed, checked or held. Refuses with
 * "not_found", "forbidden" or "deciding_closed" (before deliberation).
 */
export async function draftLetters(ctx: Ctx, input: { readonly editionSlug: string }, write: WriteLetter): Promise<{ drafted: number }> {
  const { db } = ctx.store;
  const edition = await editionToRun(db, ctx, input.editionSlug);
  if (!isDeciding(edition.phase.kind)) throw new DomainError("deciding_closed");
  // Judging takes long on a big edition: it holds up no writer.
  const drafts = (await letterFactsOf(db, edition)).map(({ entryId, facts }) => ({
    entryId,
    lang: facts.lang,
    body: write(facts).slice(0, LETTER_MAX),
  }));
  return ctx.store.tx(async (tx) => {
    const rows = await tx.select().from(entryLetters).where(eq(entryLetters.editionId, edition.id));
    const kept = new Map(rows.map((row) => [row.entryId, row]));
    let drafted = 0;
    for (const draft of drafts) if (await keep(tx, ctx, edition.id, draft, kept.get(draft.entryId))) drafted += 1;
    if (drafted > 0) {
      await writeAudit(tx, ctx, { action: "letters.drafted", subjectKind: "edition", subjectId: edition.id, fields: ["letters"] });
    }
    return { drafted };
  });
}

/** Writes a draft, if there is none or the one that is there is still nobody's; tells whether it did. */
async function keep(tx: Tx, ctx: Ctx, editionId: string, { entryId, lang, body }: Drafted, row: LetterRow | undefined): Promise<boolean> {
  const text = { lang, body, updatedAt: ctx.now };
  if (row === undefined) {
    const made = await tx
      .insert(entryLetters)
      .values({ entryId, editionId, state: "draft", revision: 1, ...text })
      .onConflictDoNothing()
      .returning({ entryId: entryLetters.entryId });
    return made.length > 0;
  }
  if (row.body === body) return false;
  const made = await tx
    .update(entryLetters)
    .set({ ...text, revision: row.revision + 1 })
    .where(
      and(
        eq(entryLetters.entryId, entryId),
        eq(entryLetters.revision, row.revision),
        eq(entryLetters.state, "draft"),
        isNull(entryLetters.editedBy),
        isNull(entryLetters.sentAt),
      ),
    )
    .returning({ entryId: entryLetters.entryId });
  return made.length > 0;
}
