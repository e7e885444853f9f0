import { useLoaderData } from "@remix-run/react";
import { campusChoices } from "~/domain/campus/queries";
import { countIdeas, listIdeas } from "~/domain/ideas/queries-list";
import { useT } from "~/ui/i18n";
import { IdeaList } from "~/ui/ideas/IdeaList";
import { Shelves } from "~/ui/ideas/Shelves";
import { ButtonLink } from "~/ui/kit/Button";
import { EmptyState, Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { cardsFor } from "~/web/idea-cards";
import { defineLoader } from "~/web/route";
import { standingTerm, termOptions } from "~/web/taxonomy";
import { Filters } from "./Filters";
import { PageLinks } from "./PageLinks";

export const handle: PageHandle = { title: "ideas.list.title" };

const FILTERS = ["q", "stage", "domain", "lang", "campus", "kind"] as const;

export const loader = defineLoader(async ({ ctx }) => {
  await ctx.web.page?.dependsOn("ideas:public", "terms");
  const query = ctx.url.searchParams;
  const chosen = Object.fromEntries(FILTERS.map((name) => [name, query.get(name) ?? ""])) as Record<(typeof FILTERS)[number], string>;
  chosen.domain = await standingTerm(ctx, chosen.domain);
  const campuses = await campusChoices(ctx.store.db);
  const campusId = campuses.find(({ slug }) => slug === chosen.campus)?.id ?? (chosen.campus ? "-" : "");
  const request = {
    q: chosen.q,
    stage: chosen.stage,
    domainId: chosen.domain,
    lang: chosen.lang,
    kind: chosen.kind,
    campusId,
    cursor: query.get("page") ?? undefined,
  };
  const view = { db: ctx.store.db, actor: ctx.actor };
  const page = await listIdeas(view, request);
  return {
    chosen,
    greenhouse: query.get("view") === "greenhouse",
    ideas: await cardsFor(ctx, page.items),
    count: await countIdeas(view, request),
    next: page.next,
    previous: page.previous,
    domains: await termOptions(ctx, "domain", [chosen.domain]),
    campuses: campuses.map(({ slug, name }) => ({ value: slug, label: name })),
  };
});

export default function Ideas() {
  const t = useT();
  const { chosen, greenhouse, ideas, count, next, previous, domains, campuses } = useLoaderData<typeof loader>();
  const narrowed = Object.values(chosen).some((value) => value !== "");
  return (
    <Page
      title={t("ideas.list.title")}
      lead={t("ideas.list.lead")}
      actions={
        <ButtonLink to="/plant" look="primary">
          {t("home.action")}
        </ButtonLink>
      }
    >
      <Filters chosen={chosen} greenhouse={greenhouse} count={count} domains={domains} campuses={campuses} narrowed={narrowed} />
      {ideas.length === 0 ? (
        <EmptyState
          title={t("ideas.list.empty.title")}
          text={t("ideas.list.empty.text")}
          action={
            narrowed ? (
              <ButtonLink to="/ideas">{t("ideas.list.clear")}</ButtonLink>
            ) : (
              <ButtonLink to="/plant">{t("home.action")}</ButtonLink>
            )
          }
        />
      ) : greenhouse ? (
        <Shelves ideas={ideas} />
      ) : (
        <IdeaList ideas={ideas} label={t("ideas.list.title")} />
      )}
      <PageLinks chosen={chosen} greenhouse={greenhouse} next={next} previous={previous} />
    </Page>
  );
}
