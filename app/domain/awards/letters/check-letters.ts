import { isDomainError } from "../../kernel/errors";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { editionToRun } from "../load";
import { changeLetter, letterToRun } from "./letter-rows";

/** A letter as it was read. */
export interface ReadLetter {
  readonly entryId: string;
  readonly revision: number;
}

/**
 * Approves every draft among letters that were read; those changed meanwhile, held, sent or of another edition stay as they are and
 * are counted. Refuses with "not_found" or "forbidden".
 */
export async function checkLetters(
  ctx: Ctx,
  input: { readonly editionSlug: string; readonly letters: readonly ReadLetter[] },
): Promise<{ checked: number; left: number }> {
  const { personId } = requirePerson(ctx);
  return ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    let checked = 0;
    for (const { entryId, revision } of input.letters) {
      try {
        const { letter } = await letterToRun(tx, ctx, entryId);
        if (letter.editionId !== edition.id || letter.state !== "draft") continue;
        await changeLetter(tx, ctx, letter, revision, { state: "checked", checkedBy: personId });
        await writeAudit(tx, ctx, { action: "letter.checked", subjectKind: "entry", subjectId: entryId, fields: ["state"] });
        checked += 1;
      } catch (thrown) {
        // Only our own refusals: nothing was written, so the transaction goes on.
        if (!isDomainError(thrown)) throw thrown;
      }
    }
    return { checked, left: input.letters.length - checked };
  });
}
