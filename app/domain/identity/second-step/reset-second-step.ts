import { and, eq, isNull } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { closeDoors } from "../access/not-me";
import { tellOfAccess } from "../access/tell";
import { isAdmin } from "../policy";
import { removeSecondStep } from "./turn-off-second-step";

/**
 * Takes the second step away from somebody who lost their phone and their codes: by an admin, never of themselves, or on the command
 * line. Who asked for it may be an impostor with the password, so nothing opens the account afterwards but its mailbox: sessions, half
 * sign-ins and the password end, and mails say so. Refuses with "not_found", "same_person", or "already_done" when none is on.
 */
export async function resetSecondStep(ctx: Ctx, input: { readonly personId: string; readonly reason: string }): Promise<void> {
  if (ctx.via !== "cli" && !isAdmin(ctx.actor)) throw new DomainError("not_found");
  const { personId, reason } = input;
  if (ctx.actor.personId === personId) throw new DomainError("same_person");
  await ctx.store.tx(async (tx) => {
    const [person] = await tx
      .select({ email: people.email, emailKey: people.emailKey })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.erasedAt)));
    const { email: address, emailKey: addressKey } = found(person);
    if (!(await removeSecondStep(tx, personId))) throw new DomainError("already_done");
    // The phone that was lost may hold passkeys: whenever they were made, they go.
    await closeDoors(tx, ctx, { personId, address, addressKey, since: new Date(0) });
    await tellOfAccess(tx, ctx, { personId, event: "second_step_reset" });
    await writeAudit(tx, ctx, {
      action: "second_step.reset",
      subjectKind: "person",
      subjectId: personId,
      fields: ["secondStep", "password"],
      detail: reason,
    });
  });
}
