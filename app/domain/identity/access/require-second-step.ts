import { and, countDistinct, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { people, roleGrants } from "#db/schema/identity";
import { secondSteps } from "#db/schema/second-step";
import { STAFF_ROLES } from "../../kernel/actor";
import type { Actor } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { DomainError } from "../../kernel/errors";
import type { Db } from "../../kernel/store";
import { inForce } from "../accounts";
import { isAdmin } from "../policy";
import { readSetting, writeSetting } from "./settings";

/**
 * Sets whether staff and jurors need a second step. An admin only, and for turning it on one who came in with two proofs: else the
 * instance could be left without anybody who may turn it off. Refuses with "not_found" for others, or "factor_needed".
 */
export async function requireSecondStep(ctx: Ctx, input: { readonly required: boolean; readonly factors: number }): Promise<void> {
  if (!isAdmin(ctx.actor)) throw new DomainError("not_found");
  if (input.required && input.factors < 2) throw new DomainError("factor_needed");
  await ctx.store.tx((tx) => writeSetting(tx, ctx, "second_step.required", input.required));
}

/** What the page of that setting shows an admin: whether it is on, and how many of those it is about have a second step. Refuses with "not_found". */
export async function secondStepRule(
  db: Db,
  actor: Actor,
  now: Date,
): Promise<{ readonly required: boolean; readonly staff: number; readonly withStep: number }> {
  if (!isAdmin(actor)) throw new DomainError("not_found");
  const [row] = await db
    .select({ staff: countDistinct(people.id), withStep: countDistinct(secondSteps.personId) })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .leftJoin(secondSteps, and(eq(secondSteps.personId, people.id), isNotNull(secondSteps.confirmedAt)))
    .where(and(inArray(roleGrants.role, [...STAFF_ROLES]), inForce(now), isNull(people.suspendedAt), isNull(people.erasedAt)));
  return { required: await readSetting(db, "second_step.required"), staff: row?.staff ?? 0, withStep: row?.withStep ?? 0 };
}
