import { and, eq } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { juryWishes } from "#db/schema/awards-jury";
import { isId } from "../../ideas/visible";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { memberToSet } from "./member-to-set";

/** A juror says that they had rather not score an entry, or takes that back. It only keeps away. Refuses with "not_found". */
export async function setWish(
  ctx: Ctx,
  input: { readonly editionSlug: string; readonly entryId: string; readonly ratherNot: boolean },
): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const edition = await memberToSet(tx, ctx, input.editionSlug, personId);
    const [entry] = isId(input.entryId)
      ? await tx.select({ state: entries.state, editionId: entries.editionId }).from(entries).where(eq(entries.id, input.entryId))
      : [];
    if (entry?.editionId !== edition.id || entry.state !== "submitted") throw new DomainError("not_found");
    const { entryId } = input;
    if (input.ratherNot) await tx.insert(juryWishes).values({ entryId, jurorId: personId, at: ctx.now }).onConflictDoNothing();
    else await tx.delete(juryWishes).where(and(eq(juryWishes.entryId, entryId), eq(juryWishes.jurorId, personId)));
    await writeAudit(tx, ctx, { action: "juror.wish", subjectKind: "entry", subjectId: entryId, fields: ["wish"] });
  });
}
