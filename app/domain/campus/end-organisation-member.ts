import { and, eq, gt, isNull, or } from "drizzle-orm";
import { organisationMembers } from "#db/schema/campus";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { found } from "../kernel/errors";
import { requireManageMembers } from "./guard";

/** Ends a person's membership now; the row stays, because conflicts of interest are computed from it. Refuses with "not_found" or "forbidden". */
export async function endOrganisationMember(
  ctx: Ctx,
  input: { readonly organisationId: string; readonly personId: string },
): Promise<void> {
  const { organisationId, personId } = input;
  await ctx.store.tx(async (tx) => {
    await requireManageMembers(tx, ctx, organisationId);
    const [ended] = await tx
      .update(organisationMembers)
      .set({ until: ctx.now })
      .where(
        and(
          eq(organisationMembers.organisationId, organisationId),
          eq(organisationMembers.personId, personId),
          or(isNull(organisationMembers.until), gt(organisationMembers.until, ctx.now)),
        ),
      )
      .returning({ id: organisationMembers.id });
    found(ended);
    await writeAudit(tx, ctx, {
      action: "organisation.member_ended",
      subjectKind: "organisation",
      subjectId: organisationId,
      fields: ["member"],
    });
  });
}
