import { eq } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import { personDataParts } from "../kernel/person-data";
import type { Tx } from "../kernel/store";
import { enqueueMail } from "../notifications/enqueue-mail";
import { activeGrants } from "./accounts";
import { keepAnAdmin } from "./admins";
import { identityPersonData } from "./person-data";
import { countRecords, stateErasure } from "./privacy/erasure";
import type { Erasure } from "./privacy/erasure";
import { refuseOnHold } from "./privacy/holds";

/**
 * Erases the person who acts from every registered context at once. Their row stays without anything that names
 * them, so that teams, versions and the trail still hold together. Returns the statement of what went and what stays; a last
 * mail brings it.
 * Refuses with "last_owner" for the last admin, with "on_hold" while an admin has a reason that nothing of the person be
 * destroyed, and with what a context has against it.
 */
export async function eraseMe(ctx: Ctx): Promise<Erasure> {
  const { personId } = requirePerson(ctx);
  return ctx.store.tx((tx) => erase(tx, ctx, personId));
}

/** As `eraseMe`, of anybody, inside a transaction: for accounts that nobody uses any more. */
export async function erase(tx: Tx, ctx: Ctx, personId: string): Promise<Erasure> {
  const [person] = await tx.select().from(people).where(eq(people.id, personId));
  if (!person || person.erasedAt) throw new DomainError("not_found");
  await refuseOnHold(tx, personId, ctx.now);
  const grants = await activeGrants(tx, personId, ctx.now);
  if (grants.some((grant) => grant.role === "admin")) await keepAnAdmin(tx, ctx, personId);
  const before = await countRecords(tx, personId);
  for (const part of personDataParts()) {
    if (part.context !== identityPersonData.context) await part.erasePerson(tx, personId, ctx.now);
  }
  await identityPersonData.erasePerson(tx, personId, ctx.now);
  await touchPages(tx, ["people"]);
  await writeAudit(tx, ctx, { action: "person.erased", subjectKind: "person", subjectId: personId });
  const erasure = await stateErasure(tx, ctx, personId, before);
  await enqueueMail(tx, ctx, {
    template: "erasure_done",
    address: person.email,
    locale: person.locale,
    payload: { number: erasure.number },
    dedupeKey: `erasure_done:${personId}`,
  });
  return erasure;
}
