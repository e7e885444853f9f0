import { eq } from "drizzle-orm";
import { campuses, organisations } from "#db/schema/campus";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { canManageMembers, canRunCampus } from "./policy";

/** Refuses with "not_found" for a campus that does not exist and "forbidden" for who does not run it. The command line may. */
export async function requireRunCampus(tx: Tx, ctx: Ctx, campusId: string): Promise<void> {
  const [campus] = await tx.select({ id: campuses.id }).from(campuses).where(eq(campuses.id, campusId));
  found(campus);
  if (ctx.via === "web" && !canRunCampus(ctx.actor, campusId)) throw new DomainError("forbidden");
}

/** The organisation, when the actor may manage its members; else "not_found" or "forbidden". The command line may. */
export async function requireManageMembers(tx: Tx, ctx: Ctx, organisationId: string): Promise<{ id: string; campusId: string }> {
  const [organisation] = await tx
    .select({ id: organisations.id, campusId: organisations.campusId })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  const there = found(organisation);
  if (ctx.via === "web" && !canManageMembers(ctx.actor, there)) throw new DomainError("forbidden");
  return there;
}
