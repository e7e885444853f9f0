import { eq } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import { personDataParts } from "../kernel/person-data";
import { enqueueMail } from "../notifications/enqueue-mail";
import { activeGrants, keepAnAdmin } from "./accounts";
import { identityPersonData } from "./person-data";

/**
 * Erases the person who acts from every registered context at once. Their row stays without anything that names
 * them, so that teams, versions and the trail still hold together. A last mail confirms it.
 * Refuses with "last_owner" for the last admin, and with what a context has against it.
 */
export async function eraseMe(ctx: Ctx): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const [person] = await tx.select().from(people).where(eq(people.id, personId));
    if (!person || person.erasedAt) throw new DomainError("not_found");
    const grants = await activeGrants(tx, personId, ctx.now);
    if (grants.some((grant) => grant.role === "admin")) await keepAnAdmin(tx, ctx, personId);
    for (const part of personDataParts()) {
      if (part.context !== identityPersonData.context) await part.erasePerson(tx, personId, ctx.now);
    }
    await identityPersonData.erasePerson(tx, personId, ctx.now);
    await touchPages(tx, ["people"]);
    await writeAudit(tx, ctx, { action: "person.erased", subjectKind: "person", subjectId: personId });
    await enqueueMail(tx, ctx, {
      template: "erasure_done",
      address: person.email,
      locale: person.locale,
      dedupeKey: `erasure_done:${personId}`,
    });
  });
}
