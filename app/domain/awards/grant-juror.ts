import { eq } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { writeGrant } from "../identity/accounts";
import { deleteSessionsOf } from "../identity/session-rows";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { editionToRun } from "./load";

/** Makes a person with an account juror of an edition; they sign in again. Refuses with "forbidden", "not_found" or "already_done". */
export async function grantJuror(ctx: Ctx, input: { readonly editionSlug: string; readonly personId: string }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const edition = await editionToRun(tx, ctx, input.editionSlug);
    const [person] = await tx.select({ erasedAt: people.erasedAt }).from(people).where(eq(people.id, input.personId));
    if (found(person).erasedAt) throw new DomainError("not_found");
    const given = await writeGrant(tx, ctx, { personId: input.personId, role: "juror", scope: { kind: "edition", id: edition.id } });
    if (!given) throw new DomainError("already_done");
    await deleteSessionsOf(tx, input.personId);
  });
}
