import { and, eq } from "drizzle-orm";
import { signIns, signInSteps } from "#db/schema/access";
import { people } from "#db/schema/identity";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { found } from "../../kernel/errors";
import type { Tx } from "../../kernel/store";
import { enqueueMail } from "../../notifications/enqueue-mail";
import { deleteSessionsOf } from "../session-rows";
import { endTokens } from "../tokens";

/** Ends every way into an account but its mailbox and its second step: sessions, half sign-ins, mailed links and the password. A mail asks for a new one. */
export async function closeDoors(
  tx: Tx,
  ctx: Ctx,
  { personId, address, addressKey }: { readonly personId: string; readonly address: string; readonly addressKey: string },
): Promise<void> {
  await tx.update(people).set({ passwordHash: null, passwordShort: false }).where(eq(people.id, personId));
  await tx.delete(signInSteps).where(eq(signInSteps.personId, personId));
  await deleteSessionsOf(tx, personId);
  await endTokens(tx, ctx, addressKey, ["sign_in", "reset"]);
  await enqueueMail(tx, ctx, { template: "password_reset", address, dedupeKey: `password_reset:closed:${ctx.newId()}` });
}

/**
 * "That was not me": said of a sign-in on the list of the person who acts. Every session ends, this one too (it may be the stranger who
 * reads the list), the password counts no more, and a mail to the address of the account asks for a new one. Refuses with "not_found".
 */
export async function reportSignIn(ctx: Ctx, signInId: string): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const [row] = await tx
      .select({ email: people.email, emailKey: people.emailKey })
      .from(signIns)
      .innerJoin(people, eq(people.id, signIns.personId))
      .where(and(eq(signIns.id, signInId), eq(signIns.personId, personId)));
    const { email: address, emailKey: addressKey } = found(row);
    await closeDoors(tx, ctx, { personId, address, addressKey });
    await writeAudit(tx, ctx, { action: "person.sign_in_disowned", subjectKind: "person", subjectId: personId, fields: ["password"] });
  });
}
