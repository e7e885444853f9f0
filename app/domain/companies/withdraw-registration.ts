import { eq } from "drizzle-orm";
import { companyRegistrations } from "#db/schema/companies";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { end } from "./decide-registration";
import { isOwn } from "./register-company";
import { registrationById } from "./rows";

/** Takes one's own registration back; one that was only begun is gone at once. Refuses with "not_found" or "already_done". */
export async function withdrawRegistration(ctx: Ctx, registrationId: string): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const registration = found(await registrationById(tx, registrationId));
    if (!(await isOwn(tx, personId, registration))) throw new DomainError("not_found");
    const { id, state } = registration;
    if (state === "begun") await tx.delete(companyRegistrations).where(eq(companyRegistrations.id, id));
    else await end(tx, ctx, id, "withdrawn");
    await writeAudit(tx, ctx, { action: "company.withdrawn", subjectKind: "company", subjectId: id, fields: ["state"] });
  });
}
