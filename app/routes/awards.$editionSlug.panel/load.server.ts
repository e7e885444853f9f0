import { editionToOversee } from "~/domain/awards/load";
import { entryOptions, panelPage } from "~/domain/awards/panel/queries";
import type { WebCtx } from "~/web/ctx";
import { termOptions } from "~/web/taxonomy";
import { viewOf } from "~/web/view";

/** The edition of the address for its organiser; for others there is no such page, so no act of it either. */
export async function editionOfPanel(ctx: WebCtx, slug: string | undefined) {
  return editionToOversee(viewOf(ctx).db, ctx.actor, slug ?? "", ctx.now);
}

/** The jury, the draft, and the juror or entry that is opened. */
export async function loadPanel(ctx: WebCtx, slug: string) {
  const view = viewOf(ctx);
  const page = await panelPage(view, slug, ctx.now);
  const { searchParams } = ctx.url;
  const entryId = searchParams.get("entry");
  const juror = page.members.find(({ id }) => id === searchParams.get("juror")) ?? null;
  return {
    ...page,
    /** What jurors wrote of themselves served the computation alone. */
    members: page.members.map(({ bio: _bio, interests: _interests, ...member }) => member),
    opened: entryId === null ? null : await entryOptions(view, slug, entryId, ctx.now),
    juror: juror?.id ?? null,
    domains: await termOptions(
      ctx,
      "domain",
      page.members.flatMap(({ domainIds }) => domainIds),
    ),
  };
}

export type PanelView = Awaited<ReturnType<typeof loadPanel>>;
