import { useLoaderData } from "@remix-run/react";
import { liveNow } from "~/domain/awards/ceremony/stage";
import { editionPage } from "~/domain/awards/queries-public";
import { isPerson } from "~/domain/kernel/actor";
import { EditionPhases } from "~/ui/awards/EditionPhases";
import { useLabel } from "~/ui/awards/labels";
import { MyEntries } from "~/ui/awards/MyEntries";
import { RubricTable } from "~/ui/awards/RubricTable";
import { TieRules } from "~/ui/awards/TieRules";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import { Row, Rows } from "~/ui/kit/Rows";
import type { PageHandle } from "~/ui/page-title";
import { shareMeta } from "~/ui/share-meta";
import { defineLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import { NextStep } from "./NextStep";
import { WhereHeld } from "./WhereHeld";

export const handle: PageHandle = { title: (data) => (data as { share?: { title: string } }).share?.title };
export const meta = shareMeta;

export const loader = defineLoader(async ({ ctx, params }) => {
  const slug = params.editionSlug ?? "";
  await ctx.web.page?.dependsOn(`awards:${slug}`, "campuses");
  const edition = await editionPage(viewOf(ctx), slug, ctx.now);
  const { locale } = ctx.actor;
  return {
    edition,
    live: await liveNow(ctx.store.db, edition, ctx.now),
    signedIn: isPerson(ctx.actor),
    share: {
      title: edition.name[locale],
      description: edition.theme[locale],
      url: `${ctx.web.env.PUBLIC_ORIGIN}/awards/${edition.slug}`,
      lang: locale,
      picture: `${ctx.web.env.PUBLIC_ORIGIN}/awards/${edition.slug}/picture.png?lang=${locale}`,
    },
  };
});

export type EditionData = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Edition() {
  const t = useT();
  const label = useLabel();
  const { edition, live, signedIn } = useLoaderData<typeof loader>();
  const { mine, categories, rubrics, may } = edition;
  return (
    <Page title={label(edition.name)} lead={label(edition.theme)} actions={<NextStep edition={edition} signedIn={signedIn} />}>
      {live.show || live.vote ? (
        <Rows title={t("ceremony.now")}>
          {live.show ? <Row title={<Link to={`/awards/${edition.slug}/live`}>{t("ceremony.live.go")}</Link>} /> : null}
          {live.vote ? <Row title={<Link to={`/awards/${edition.slug}/vote`}>{t("vote.title")}</Link>} /> : null}
        </Rows>
      ) : null}
      <Card label={t("awards.phases")}>
        <EditionPhases phases={edition.phases} zone={edition.campus.zone} />
      </Card>
      {may.judge || may.organise ? (
        <Rows title={t("awards.your_work")}>
          {may.judge ? (
            <Row title={<Link to={`/awards/${edition.slug}/jury`}>{t("awards.jury.title")}</Link>} facts={t("awards.jury.about")} />
          ) : null}
          {may.deliberate ? (
            <Row title={<Link to={`/awards/${edition.slug}/council`}>{t("council.title")}</Link>} facts={t("council.about")} />
          ) : null}
          {may.organise ? (
            <Row title={<Link to={`/awards/${edition.slug}/manage`}>{t("awards.manage.title")}</Link>} facts={t("awards.manage.about")} />
          ) : null}
        </Rows>
      ) : null}
      {mine.length > 0 ? <MyEntries title={t("awards.mine")} entries={mine} /> : null}
      <Rows title={t("awards.categories")}>
        {categories.map((one) => (
          <Row key={one.id} title={label(one.name)} facts={label(one.about)} />
        ))}
      </Rows>
      <Card>
        <h2>{t("awards.rubric.title")}</h2>
        <p>{t("awards.rubric.text")}</p>
        {rubrics.map((rubric) => (
          <section key={rubric.versionId} aria-label={t("awards.rubric.title")}>
            <WhereHeld rubric={rubric} />
            <RubricTable criteria={rubric.criteria} />
          </section>
        ))}
      </Card>
      <TieRules lot={edition.lot} pairwise={edition.comparesPairs} />
      <p>
        <Link to="/awards">{t("awards.all")}</Link>
      </p>
    </Page>
  );
}
