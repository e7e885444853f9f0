import { and, eq, isNull } from "drizzle-orm";
import { consents } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import { consentText, isAsked } from "./privacy/consents";
import type { ConsentPurpose } from "./privacy/consents";

/**
 * Records a yes or a no of the person who acts, with the version of the text they read. A yes before it is
 * marked as withdrawn, never removed. Refuses with "stale" a yes to a text that is not the one that is asked now, and with "forbidden"
 * a yes of somebody too young to be asked.
 */
export async function giveConsent(
  ctx: Ctx,
  input: { readonly purpose: ConsentPurpose; readonly textVersion: string; readonly given: boolean },
): Promise<void> {
  const { personId, ageBand } = requirePerson(ctx);
  if (input.given && !isAsked(input.purpose, ageBand)) throw new DomainError("forbidden");
  if (input.given && input.textVersion !== consentText(input.purpose).version) throw new DomainError("stale");
  await ctx.store.tx(async (tx) => {
    await tx
      .update(consents)
      .set({ withdrawnAt: ctx.now })
      .where(and(eq(consents.personId, personId), eq(consents.purpose, input.purpose), isNull(consents.withdrawnAt)));
    await tx.insert(consents).values({ id: ctx.newId(), personId, ...input, at: ctx.now });
    await touchPages(tx, ["people"]);
    await writeAudit(tx, ctx, {
      action: input.given ? "consent.given" : "consent.refused",
      subjectKind: "person",
      subjectId: personId,
      fields: [input.purpose],
    });
  });
}
