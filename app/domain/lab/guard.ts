import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { canRunLab } from "./policy";

/** Refuses with "forbidden" for who does not run the campus. The command line may. */
export function requireRunLab(ctx: Ctx, campusId: string): void {
  if (ctx.via === "web" && !canRunLab(ctx.actor, campusId))
    throw new DomainError(ctx.actor.personId === null ? "sign_in_needed" : "forbidden");
}
