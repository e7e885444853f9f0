import { useActionData, useLoaderData } from "@remix-run/react";
import { editionToOversee } from "~/domain/awards/load";
import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import { Assigning } from "./Assigning";
import { Counts } from "./Counts";
import { Entries } from "./Entries";
import { Jury } from "./Jury";
import { manageView } from "./load.server";
import { perform } from "./perform.server";
import { Phases } from "./Phases";
import { ToCeremony } from "./ToCeremony";
import { ToResult } from "./ToResult";

export const handle: PageHandle = { title: "awards.manage.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => manageView(ctx, params.editionSlug ?? ""));

export const action = definePersonAction(async (args) => {
  const { ctx, params } = args;
  // Whoever does not run the edition has no such page, so no act of it either.
  const edition = await editionToOversee(viewOf(ctx).db, ctx.actor, params.editionSlug ?? "", ctx.now);
  return perform(args, edition.slug, edition.campus.zone);
});

export default function Manage() {
  const t = useT();
  const label = useLabel();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { edition } = view.board;
  return (
    <Page title={t("awards.manage.title")} lead={label(edition.name)}>
      <Counts view={view} />
      <Phases view={view} reply={reply} />
      <Jury view={view} reply={reply} />
      <Assigning view={view} reply={reply} />
      <Entries view={view} />
      <ToResult slug={edition.slug} />
      <ToCeremony slug={edition.slug} />
      <p>
        <Link to={`/awards/${edition.slug}`}>{t("awards.back", { edition: label(edition.name) })}</Link>
      </p>
    </Page>
  );
}
