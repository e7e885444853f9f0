import { and, eq } from "drizzle-orm";
import { entries } from "#db/schema/awards";
import { deliberationTurns } from "#db/schema/awards-council";
import { isId } from "../../ideas/visible";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { councilToLead, isOutside } from "./council";

/**
 * Records that an entry comes up now: who is inside, and who steps outside because of a hard conflict. By an organiser or the chair.
 * Refuses with "not_found", "forbidden" or "deciding_closed".
 */
export async function discussEntry(
  ctx: Ctx,
  { editionSlug, entryId }: { readonly editionSlug: string; readonly entryId: string },
): Promise<void> {
  if (!isId(entryId)) throw new DomainError("not_found");
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const council = await councilToLead(tx, ctx, editionSlug, entryId);
    const [entry] = await tx
      .select({ id: entries.id })
      .from(entries)
      .where(and(eq(entries.id, entryId), eq(entries.editionId, council.edition.id), eq(entries.state, "submitted")));
    found(entry);
    const there = council.jurors.map((juror) => juror.personId).filter((id) => council.present.has(id));
    const outside = there.filter((id) => isOutside(council, id, entryId));
    const inside = there.filter((id) => !outside.includes(id));
    await tx.insert(deliberationTurns).values({ id: ctx.newId(), entryId, inside, outside, byPersonId: personId, at: ctx.now });
    await writeAudit(tx, ctx, { action: "council.discussed", subjectKind: "entry", subjectId: entryId, fields: ["inside", "outside"] });
  });
}
