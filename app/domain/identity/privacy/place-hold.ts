import { retentionHolds } from "#db/schema/privacy";
import { writeAudit } from "../../kernel/audit";
import type { Ctx } from "../../kernel/context";
import { requirePerson } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import { personByEmail } from "../accounts";
import { isAdmin } from "../policy";
import { isRuleCode } from "./rules";

interface HoldInput {
  /** Code of a rule, or else the address of a person. */
  readonly subject: string;
  readonly reason: string;
  /** The moment from which it counts no more. */
  readonly until: Date;
}

/**
 * Keeps everything of a person, or what a rule would remove, from being destroyed until a day. For admins ("not_found" for others and
 * for an unknown person); refuses with "in_the_past" for a day that has been.
 */
export async function placeHold(ctx: Ctx, { subject, reason, until }: HoldInput): Promise<{ holdId: string }> {
  const { personId } = requirePerson(ctx);
  if (!isAdmin(ctx.actor)) throw new DomainError("not_found");
  if (until.getTime() <= ctx.now.getTime()) throw new DomainError("in_the_past");
  const holdId = ctx.newId();
  await ctx.store.tx(async (tx) => {
    const person = isRuleCode(subject) ? null : await personByEmail(tx, subject);
    if (!isRuleCode(subject) && (!person || person.erasedAt)) throw new DomainError("not_found");
    const held = person ? { subjectKind: "person" as const, subjectId: person.id } : { subjectKind: "rule" as const, subjectId: subject };
    await tx.insert(retentionHolds).values({ id: holdId, ...held, reason, byPersonId: personId, at: ctx.now, until });
    await writeAudit(tx, ctx, { action: "retention.held", subjectKind: "retention_hold", subjectId: holdId, fields: [held.subjectKind] });
  });
  return { holdId };
}
