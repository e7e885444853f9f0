import { canRunCampus } from "~/domain/campus/policy";
import type { Campus } from "~/domain/campus/queries";
import { campusBySlug } from "~/domain/campus/queries";
import { canAllot } from "~/domain/coaching/allotment/policy";
import { allotmentOf, pairChoices } from "~/domain/coaching/allotment/queries";
import { relationsOfCampus } from "~/domain/coaching/allotment/queries-relations";
import { DomainError, found } from "~/domain/kernel/errors";
import type { WebCtx } from "~/web/ctx";
import { viewOf } from "~/web/view";

/** The campus of the address, for its coaches and organisers; for others there is no such page. */
export async function campusToAllot(ctx: WebCtx, slug: string | undefined): Promise<Campus> {
  const campus = found(await campusBySlug(ctx.store.db, slug ?? ""));
  if (!canAllot(ctx.actor, campus.id)) throw new DomainError("not_found");
  return campus;
}

/** What waits, the draft with the row that is opened, and who coaches what. */
export async function allotmentPage(ctx: WebCtx, campus: Campus) {
  const view = viewOf(ctx);
  const opened = ctx.url.searchParams.get("idea");
  const { waiting, coaches, draft } = await allotmentOf(view, campus.id, ctx.now);
  return {
    campus: { slug: campus.slug, name: campus.name, zone: campus.zone },
    organises: canRunCampus(ctx.actor, campus.id),
    waiting,
    coaches,
    draft,
    opened: opened === null ? null : await pairChoices(view, campus.id, opened),
    relations: await relationsOfCampus(view, campus.id, ctx.now),
  };
}

export type AllotmentPage = Awaited<ReturnType<typeof allotmentPage>>;
