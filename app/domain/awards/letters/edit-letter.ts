import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { clean } from "../../kernel/text";
import type { LetterState } from "./letter";
import { LETTER_MAX } from "./letter";
import { changeLetter, letterToRun } from "./letter-rows";

export interface LetterEdit {
  readonly entryId: string;
  /** The revision that was read. */
  readonly revision: number;
  readonly body: string;
  /** What becomes of it: still a draft, approved as it stands here, or kept back. */
  readonly then: LetterState;
}

const ACTION = { draft: "letter.edited", checked: "letter.checked", held: "letter.held" } as const;

/**
 * Keeps the text of a letter as it was typed, and says what becomes of it. Refuses with "not_found", "already_done" (sent), "invalid"
 * and the `field`, or "stale" with what is stored when somebody else changed it meanwhile.
 */
export async function editLetter(ctx: Ctx, { entryId, revision, body, then }: LetterEdit): Promise<void> {
  const { personId } = requirePerson(ctx);
  const text = clean(body);
  await ctx.store.tx(async (tx) => {
    const { letter } = await letterToRun(tx, ctx, entryId);
    if (text === "" || text.length > LETTER_MAX) throw new DomainError("invalid", { field: "body", max: LETTER_MAX });
    const edited = text === letter.body ? {} : { body: text, editedBy: personId };
    await changeLetter(tx, ctx, letter, revision, { ...edited, state: then, checkedBy: then === "checked" ? personId : null });
    await writeAudit(tx, ctx, {
      action: ACTION[then],
      subjectKind: "entry",
      subjectId: entryId,
      fields: [...Object.keys(edited), "state"],
    });
  });
}
