import { isAdmin } from "../identity/policy";
import type { Person } from "../kernel/actor";
import { isPerson } from "../kernel/actor";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";

/** The admin who acts; for everybody else there is nothing here: "not_found". */
export function requireAdmin(ctx: Pick<Ctx, "actor">): Person {
  if (!isPerson(ctx.actor) || !isAdmin(ctx.actor)) throw new DomainError("not_found");
  return ctx.actor;
}
