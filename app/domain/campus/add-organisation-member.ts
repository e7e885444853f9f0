import { and, eq, gt, isNull, or } from "drizzle-orm";
import { organisationMembers } from "#db/schema/campus";
import { people } from "#db/schema/identity";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { requireManageMembers } from "./guard";

export interface MemberInput {
  readonly organisationId: string;
  readonly personId: string;
}

/** Makes a person a member of an organisation from now on. Refuses with "not_found", "forbidden", or "already_done" when they are one. */
export async function addOrganisationMember(ctx: Ctx, input: MemberInput): Promise<{ memberId: string }> {
  return ctx.store.tx((tx) => writeMember(tx, ctx, input));
}

/** As `addOrganisationMember`, in the transaction of what it belongs to. */
export async function writeMember(tx: Tx, ctx: Ctx, { organisationId, personId }: MemberInput): Promise<{ memberId: string }> {
  const memberId = ctx.newId();
  await requireManageMembers(tx, ctx, organisationId);
  const [person] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.erasedAt)));
  found(person);
  const [member] = await tx
    .select({ id: organisationMembers.id })
    .from(organisationMembers)
    .where(
      and(
        eq(organisationMembers.organisationId, organisationId),
        eq(organisationMembers.personId, personId),
        or(isNull(organisationMembers.until), gt(organisationMembers.until, ctx.now)),
      ),
    );
  if (member) throw new DomainError("already_done");
  await tx.insert(organisationMembers).values({ id: memberId, organisationId, personId, from: ctx.now });
  await writeAudit(tx, ctx, {
    action: "organisation.member_added",
    subjectKind: "organisation",
    subjectId: organisationId,
    fields: ["member"],
  });
  return { memberId };
}
