import { and, eq, isNull } from "drizzle-orm";
import { consents } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";

/** For what a person can say yes: being named on public pages (a minor is not, without it). */
export const CONSENT_PURPOSES = ["public_name"] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/**
 * Records a yes or a no of the person who acts, with the version of the text they read. A yes before it is
 * marked as withdrawn, never removed.
 */
export async function giveConsent(
  ctx: Ctx,
  input: { readonly purpose: ConsentPurpose; readonly textVersion: string; readonly given: boolean },
): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    await tx
      .update(consents)
      .set({ withdrawnAt: ctx.now })
      .where(and(eq(consents.personId, personId), eq(consents.purpose, input.purpose), isNull(consents.withdrawnAt)));
    await tx.insert(consents).values({ id: ctx.newId(), personId, ...input, at: ctx.now });
    await writeAudit(tx, ctx, {
      action: input.given ? "consent.given" : "consent.refused",
      subjectKind: "person",
      subjectId: personId,
      fields: [input.purpose],
    });
  });
}
