import { useLoaderData } from "@remix-run/react";
import { winnersPage } from "~/domain/awards/queries-public";
import { useLabel } from "~/ui/awards/labels";
import { Winners } from "~/ui/awards/Winners";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { shareMeta } from "~/ui/share-meta";
import { Time } from "~/ui/when";
import { defineLoader } from "~/web/route";
import { say } from "~/web/say";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: (data) => (data as { share?: { title: string } }).share?.title };
export const meta: typeof shareMeta = (args) => [
  ...shareMeta(args),
  { tagName: "link", rel: "alternate", type: "application/atom+xml", href: "/awards/winners.atom" },
];

export const loader = defineLoader(async ({ ctx, params }) => {
  const slug = params.editionSlug ?? "";
  await ctx.web.page?.dependsOn(`awards:${slug}`, "campuses", "people");
  const page = await winnersPage(viewOf(ctx), slug);
  const { locale } = ctx.actor;
  const best = page.categories.flatMap(({ winners }) => winners.filter(({ place }) => place === 1).map(({ title }) => title));
  return {
    page,
    share: {
      title: say(ctx, "awards.winners.title", { edition: page.name[locale] }),
      description: best.join(" · ") || page.theme[locale],
      url: `${ctx.web.env.PUBLIC_ORIGIN}/awards/${page.slug}/winners`,
      lang: locale,
      picture: `${ctx.web.env.PUBLIC_ORIGIN}/awards/${page.slug}/winners.png?lang=${locale}`,
    },
  };
});

export default function WinnersOfEdition() {
  const t = useT();
  const label = useLabel();
  const { page } = useLoaderData<typeof loader>();
  return (
    <Page title={t("awards.winners.title", { edition: label(page.name) })} lead={label(page.theme)} width="middle">
      <p>
        {page.campus.name} · {t("awards.winners.published")} <Time at={page.publishedAt} zone={page.campus.zone} dateOnly />
      </p>
      {page.categories.map((category) => (
        <Winners key={category.code} name={category.name} winners={category.winners} />
      ))}
      <p>
        <Link to={`/awards/${page.slug}`}>{t("awards.back", { edition: label(page.name) })}</Link>
      </p>
      <p>
        {t("awards.winners.take")} <a href={`/awards/${page.slug}/winners.csv`}>CSV</a> ·{" "}
        <a href={`/awards/${page.slug}/winners.json`}>JSON</a> · <a href="/awards/winners.atom">Atom</a>
      </p>
    </Page>
  );
}
