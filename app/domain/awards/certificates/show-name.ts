import { and, eq } from "drizzle-orm";
import { certificates } from "#db/schema/awards-publish";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError, found } from "../../kernel/errors";
import { certificatePaper } from "./queries-certificates";

/**
 * Says whether whoever has the code of one's certificate reads one's name. Refuses with "sign_in_needed", "not_found" for somebody
 * else's, or "forbidden" for a minor, who is never named.
 */
export async function showName(ctx: Ctx, input: { readonly code: string; readonly shown: boolean }): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { code, mine, minor } = await certificatePaper({ db: tx, actor: ctx.actor }, input.code);
    if (!mine) throw new DomainError("not_found");
    if (minor && input.shown) throw new DomainError("forbidden");
    const changed = await tx
      .update(certificates)
      .set({ showsName: input.shown })
      .where(and(eq(certificates.code, code), eq(certificates.personId, personId)))
      .returning({ id: certificates.id });
    const { id } = found(changed[0]);
    await writeAudit(tx, ctx, { action: "certificate.name", subjectKind: "certificate", subjectId: id, fields: ["shows_name"] });
  });
}
