import { canRunCampus } from "~/domain/campus/policy";
import type { Campus } from "~/domain/campus/queries";
import { campusBySlug } from "~/domain/campus/queries";
import { DomainError, found } from "~/domain/kernel/errors";
import type { WebCtx } from "./ctx";

/** The campus of an address, for who runs it; for everybody else such a page does not exist ("not_found"). */
export async function campusToRun(ctx: WebCtx, slug: string | undefined): Promise<Campus> {
  const campus = found(await campusBySlug(ctx.store.db, slug ?? ""));
  if (!canRunCampus(ctx.actor, campus.id)) throw new DomainError("not_found");
  return campus;
}
