import { eq } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { inductions } from "#db/schema/scheduling";
import { isId } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { requireRunLab } from "./guard";
import { placeOf } from "./place";

/**
 * Notes that a person was shown how a machine works, until a moment. Refuses with "not_found", "forbidden", or "invalid" for an end
 * that is not ahead. A second one for the same machine stands beside the first.
 */
export async function giveInduction(
  ctx: Ctx,
  input: { readonly resourceId: string; readonly personId: string; readonly until: Date },
): Promise<{ inductionId: string }> {
  const { resourceId, personId, until } = input;
  if (until <= ctx.now) throw new DomainError("invalid", { field: "until" });
  if (!isId(personId)) throw new DomainError("not_found");
  const inductionId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const place = await placeOf(tx, resourceId);
    requireRunLab(ctx, place.campusId);
    const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId));
    found(person);
    const givenBy = ctx.actor.personId ?? "";
    await tx.insert(inductions).values({ id: inductionId, personId, resourceId, givenBy, at: ctx.now, until });
    await writeAudit(tx, ctx, { action: "lab.induction_given", subjectKind: "induction", subjectId: inductionId });
  });
  return { inductionId };
}
