import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { interests } from "#db/schema/matching";
import { ideas } from "#db/schema/ideas";
import { writeBlock } from "../identity/blocks";
import { isId } from "../ideas/visible";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { clean } from "../kernel/text";
import { ownInterest } from "./interest";
import { actsAsCoach } from "./policy";

/** Hides what was written with an interest from all but coaches and organisers of the asking idea's campus, or shows it again. Refuses with "not_found" (for who is none) or "already_done". */
export async function hideInterest(ctx: Ctx, interestId: string, input: { reason: string } | "show"): Promise<void> {
  const person = requirePerson(ctx);
  if (!isId(interestId)) throw new DomainError("not_found");
  const hide = input !== "show";
  await ctx.store.tx(async (tx) => {
    const [row] = await tx
      .select({ campusId: ideas.homeCampusId })
      .from(interests)
      .innerJoin(ideas, eq(ideas.id, interests.fromIdeaId))
      .where(eq(interests.id, interestId));
    if (!actsAsCoach(person, found(row).campusId)) throw new DomainError("not_found");
    const [set] = await tx
      .update(interests)
      .set(hide ? { hiddenAt: ctx.now, hiddenBy: person.personId } : { hiddenAt: null, hiddenBy: null })
      .where(and(eq(interests.id, interestId), hide ? isNull(interests.hiddenAt) : isNotNull(interests.hiddenAt)))
      .returning({ id: interests.id });
    if (!set) throw new DomainError("already_done");
    await writeAudit(tx, ctx, {
      action: hide ? "interest.hidden" : "interest.shown",
      subjectKind: "interest",
      subjectId: interestId,
      fields: ["hidden_at"],
      ...(hide ? { detail: clean(input.reason) } : {}),
    });
  });
}

/**
 * Keeps the actor apart from whoever asked with this interest, without learning who that is: no suggestion, question or message
 * between them any more. Refuses with "not_found" (was not asked) or "same_person".
 */
export async function blockAsker(ctx: Ctx, interestId: string): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { byPersonId } = await ownInterest(tx, ctx, interestId, "to");
    await writeBlock(tx, ctx, byPersonId, false);
  });
}
