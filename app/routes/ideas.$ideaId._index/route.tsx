import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { resultOfIdea } from "~/domain/awards/queries-public";
import { commentsOf } from "~/domain/ideas/queries-timeline";
import { ideaPage } from "~/domain/ideas/queries-page";
import { useT } from "~/ui/i18n";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Matches } from "~/ui/matching/Matches";
import type { PageHandle } from "~/ui/page-title";
import { shareMeta } from "~/ui/share-meta";
import { plantOf } from "~/ui/ideas/plant-of";
import { matchesOnPage, mayMatchFor } from "~/web/matches";
import { defineLoader, definePersonAction } from "~/web/route";
import { journeyOf } from "~/web/timeline";
import { setToast } from "~/web/toast";
import { readingOf } from "~/web/view";
import { Aside } from "./Aside";
import { Comments } from "./Comments";
import css from "./Idea.module.css";
import { Timeline } from "./Timeline";
import { Owner } from "./Owner";
import { perform } from "./perform.server";

export const handle: PageHandle = { title: (data) => (data as { idea?: { title?: string } }).idea?.title };

export const meta = shareMeta;

export const loader = defineLoader(async ({ ctx, params }) => {
  const view = readingOf(ctx);
  const ideaId = params.ideaId ?? "";
  await ctx.web.page?.dependsOn(`idea:${ideaId}`, "people", "terms");
  const idea = await ideaPage(view, ideaId);
  const timeline = await journeyOf(view, ideaId, ctx.url.searchParams.get("earlier") ?? undefined);
  const comments = idea.rights.readComments ? (await commentsOf(view, ideaId)).items : null;
  const { locale } = ctx.actor;
  return {
    idea: {
      ...idea,
      domain: idea.domain?.labels[locale] ?? null,
      growthMarket: idea.growthMarket?.labels[locale] ?? null,
      productionStep: idea.productionStep?.labels[locale] ?? null,
    },
    plant: plantOf({ ...idea, ...(await resultOfIdea(view, ideaId)) }),
    timeline,
    comments,
    matches: await matchesOnPage(ctx, idea),
    mayMatch: mayMatchFor(ctx, idea),
    share:
      idea.visibility === "public"
        ? { title: idea.title, description: idea.pitch, url: `${ctx.web.env.PUBLIC_ORIGIN}/ideas/${idea.id}`, lang: idea.lang }
        : null,
  };
});

export type IdeaData = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async (args) => {
  const answer = await perform(args, args.params.ideaId ?? "");
  if ("reply" in answer) return answer.refusal;
  if (answer.toast) setToast(args.ctx.web, answer.toast);
  return redirect(answer.to, 303);
});

export default function Idea() {
  const t = useT();
  const data = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { idea } = data;
  const open = (state: string) => state !== "met";
  return (
    <div className={css.page}>
      <Aside data={data} reply={reply} />
      <article className={css.main}>
        {idea.hiddenAt ? <Note>{t("ideas.page.hidden_note")}</Note> : null}
        {idea.status === "archived" ? <Note>{t("ideas.page.archived_note")}</Note> : null}
        <header className={css.header}>
          <h1 lang={idea.lang}>{idea.title}</h1>
          <p className={css.pitch} lang={idea.lang}>
            {idea.pitch}
          </p>
          {idea.needs.length > 0 ? (
            <Chips label={t("ideas.needs_title")}>
              {idea.needs
                .filter((need) => open(need.state))
                .map((need) => (
                  <Chip key={need.id} tone="need">
                    {t("ideas.chip.need", { words: need.words })}
                    {need.origin === "text" ? ` (${t("ideas.page.from_text")})` : ""}
                  </Chip>
                ))}
            </Chips>
          ) : null}
          {idea.offers.length > 0 ? (
            <Chips label={t("ideas.offers_title")}>
              {idea.offers.map((offer) => (
                <Chip key={offer.id} tone="offer">
                  {t("ideas.chip.offer", { words: offer.words })}
                </Chip>
              ))}
            </Chips>
          ) : null}
          <Owner idea={idea} />
        </header>
        {idea.description ? (
          <div className={css.description} lang={idea.lang}>
            {idea.description}
          </div>
        ) : null}
        {data.matches ? <Matches ideaId={idea.id} matches={data.matches} needs={idea.needs} /> : null}
        {data.mayMatch ? (
          <p>
            <Link to={`/ideas/${idea.id}/matches`}>{t("matching.coach_link")}</Link>
          </p>
        ) : null}
        <Comments data={data} reply={reply} />
        <Timeline data={data} />
      </article>
    </div>
  );
}
