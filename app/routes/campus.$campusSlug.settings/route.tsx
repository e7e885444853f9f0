import { useActionData, useLoaderData } from "@remix-run/react";
import { CampusNav } from "~/ui/campus/CampusNav";
import { useT } from "~/ui/i18n";
import { Columns } from "~/ui/kit/Columns";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { campusToRun } from "~/web/campus";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { Closures } from "./Closures";
import { Hours } from "./Hours";
import { settingsView } from "./load.server";
import { NewOrganisation } from "./NewOrganisation";
import { Organisations } from "./Organisations";
import { perform } from "./perform.server";

export const handle: PageHandle = { title: "campus.settings" };

export const loader = definePersonLoader(async ({ ctx, params }) => settingsView(ctx, await campusToRun(ctx, params.campusSlug)));

export const action = definePersonAction(async (args) => perform(args, await campusToRun(args.ctx, args.params.campusSlug)));

export default function Settings() {
  const t = useT();
  const view = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { name, slug, zone } = view.campus;
  return (
    <Page title={t("campus.settings")} lead={t("campus.settings.lead", { campus: name })}>
      <CampusNav slug={slug} name={name} />
      <Columns>
        <Hours key={JSON.stringify(view.days)} days={view.days} zone={zone} reply={reply} />
        <Closures view={view} reply={reply} />
      </Columns>
      <Columns id="organisations">
        <Organisations view={view} reply={reply} />
        <NewOrganisation key={view.organisations.length} reply={reply} />
      </Columns>
    </Page>
  );
}
