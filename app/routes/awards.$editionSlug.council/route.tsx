import { useActionData, useLoaderData } from "@remix-run/react";
import { councilOf } from "~/domain/awards/council/council";
import { councilPage } from "~/domain/awards/council/queries";
import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import css from "./Council.module.css";
import { Entry } from "./Entry";
import { perform } from "./perform.server";
import { Present } from "./Present";

export const handle: PageHandle = { title: "council.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => councilPage(viewOf(ctx), params.editionSlug ?? "", ctx.now));

export const action = definePersonAction(async (args) => {
  const { ctx, params } = args;
  const slug = params.editionSlug ?? "";
  // Whoever is not in the deliberation has no such page, so no act of it either.
  await councilOf(viewOf(ctx).db, ctx, slug);
  return perform(args, slug);
});

export default function Council() {
  const t = useT();
  const label = useLabel();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { edition, categories, open, may } = page;
  return (
    <Page title={t("council.title")} lead={label(edition.name)} width="middle">
      <p>{t("council.text")}</p>
      {open ? null : <Note>{t("council.over")}</Note>}
      <Present page={page} />
      {categories.map(({ code, name, entries }) => (
        <Card key={code} label={label(name)}>
          <h2>{label(name)}</h2>
          {entries.length === 0 ? <p className={css.muted}>{t("council.no_entries")}</p> : null}
          <ol className={css.entries}>
            {entries.map((entry) => (
              <Entry key={entry.entryId} entry={entry} open={open} reply={reply} />
            ))}
          </ol>
        </Card>
      ))}
      <p className={css.links}>
        {may.run || !open ? null : <Link to={`/awards/${edition.slug}/jury`}>{t("council.to_jury")}</Link>}
        <Link to={`/awards/${edition.slug}`}>{t("council.to_edition")}</Link>
      </p>
    </Page>
  );
}
