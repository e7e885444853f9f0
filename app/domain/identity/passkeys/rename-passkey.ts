import { passkeys } from "#db/schema/passkeys";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { found } from "../../kernel/errors";
import { ownPasskey } from "./rows";

/** Gives a passkey of the person who acts another name. Refuses with "not_found" when it is not theirs. */
export async function renamePasskey(ctx: Ctx, { id, name }: { readonly id: string; readonly name: string }): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const [renamed] = await tx.update(passkeys).set({ name }).where(ownPasskey(personId, id)).returning({ id: passkeys.id });
    found(renamed);
    await writeAudit(tx, ctx, { action: "passkey.renamed", subjectKind: "person", subjectId: personId, fields: ["name"] });
  });
}
