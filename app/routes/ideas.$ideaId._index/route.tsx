import { useMemo } from "react";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayAssess } from "~/domain/awards/assessing/queries";
import { resultOfIdea } from "~/domain/awards/queries-public";
import { coachOfIdea } from "~/domain/coaching/allotment/queries-relations";
import { commentsOf } from "~/domain/ideas/queries-timeline";
import { openGraftsOf } from "~/domain/ideas/graft/queries";
import { meetersOf } from "~/domain/ideas/queries-needs";
import { ideaPage } from "~/domain/ideas/queries-page";
import { RefusedAct } from "~/ui/forms/parts";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Origin } from "~/ui/ideas/Origin";
import { Matches } from "~/ui/matching/Matches";
import type { PageHandle } from "~/ui/page-title";
import { ideaShare, shareMeta } from "~/ui/share-meta";
import { plantOf } from "~/ui/ideas/plant-of";
import { matchesOnPage, mayMatchFor } from "~/web/matches";
import { facesOfTeam } from "~/web/faces";
import { pack, unpack } from "~/web/packed";
import { defineLoader, definePersonAction } from "~/web/route";
import { familyOnPage, originItems } from "~/web/origin";
import { journeyOf } from "~/web/timeline";
import { setToast } from "~/web/toast";
import { readingOf } from "~/web/view";
import { Family, Ungraft } from "./Family";
import { Aside } from "./Aside";
import { Comments } from "./Comments";
import css from "./Idea.module.css";
import { Needs, Words } from "./Needs";
import { Timeline } from "./Timeline";
import { Owner } from "./Owner";
import { perform } from "./perform.server";
import { inWordsOf } from "./shown.server";

export const handle: PageHandle = { title: (data) => (data as { idea?: { title?: string } }).idea?.title };

export const meta = shareMeta;

export const loader = defineLoader(async ({ ctx, params }) => {
  const view = readingOf(ctx);
  const ideaId = params.ideaId ?? "";
  await ctx.web.page?.dependsOn(`idea:${ideaId}`, "people", "terms");
  const idea = await ideaPage(view, ideaId);
  const { origin, met } = await familyOnPage(ctx, view, ideaId);
  const timeline = await journeyOf(view, ideaId, ctx.url.searchParams.get("earlier") ?? undefined, originItems(ideaId, origin, met));
  const grafts = origin.edges.filter(({ to, kind, undoneAt }) => to === ideaId && kind === "graft" && undoneAt === null);
  return {
    idea: inWordsOf(idea, ctx.actor.locale),
    photos: await facesOfTeam(ctx, idea.members),
    plant: plantOf({ ...idea, stems: Math.max(1, grafts.length), ...(await resultOfIdea(view, ideaId)) }),
    origin,
    met,
    meeters: idea.rights.edit && idea.needs.some(({ state }) => state === "met") ? await meetersOf(view, ideaId) : [],
    openGrafts: idea.membership === null ? [] : await openGraftsOf(view, ideaId, ctx.now),
    timeline,
    comments: idea.rights.readComments ? (await commentsOf(view, ideaId)).items : null,
    matches: pack(await matchesOnPage(ctx, idea)),
    mayMatch: mayMatchFor(ctx, idea),
    mayAssess: await mayAssess(view, ideaId),
    coach: await coachOfIdea(view, { id: ideaId, campusId: idea.campus.id, inTeam: idea.membership !== null }, ctx.now),
    share: idea.visibility === "public" ? ideaShare(idea, `${ctx.web.env.PUBLIC_ORIGIN}/ideas/${idea.id}`) : null,
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
  const matches = useMemo(() => unpack(data.matches), [data.matches]);
  const way = (page: string, words: string) => (
    <p>
      <Link to={`/ideas/${idea.id}/${page}`}>{words}</Link>
    </p>
  );
  return (
    <div className={css.page}>
      <Aside data={data} reply={reply} />
      <article className={css.main}>
        <RefusedAct />
        {idea.hiddenAt ? <Note>{t("ideas.page.hidden_note")}</Note> : null}
        {idea.status === "archived" ? <Note>{t("ideas.page.archived_note")}</Note> : null}
        <Family data={data} />
        <header className={css.header}>
          <h1 lang={idea.lang}>{idea.title}</h1>
          {idea.kind === "challenge" ? (
            <p className={css.challenge}>
              {idea.organisation === null ? t("ideas.challenge") : t("ideas.challenge_of", { organisation: idea.organisation })}
            </p>
          ) : null}
          <p className={css.pitch} lang={idea.lang}>
            {idea.pitch}
          </p>
          <Words data={data} />
          <Owner data={data} />
        </header>
        {idea.description ? (
          <div className={css.description} lang={idea.lang}>
            {idea.description}
          </div>
        ) : null}
        <Needs data={data} reply={reply} />
        {matches ? <Matches ideaId={idea.id} matches={matches} needs={idea.needs} /> : null}
        {data.mayMatch ? way("matches", t("matching.coach_link")) : null}
        <Comments data={data} reply={reply} />
        <Origin origin={data.origin} here={idea.id} zone={idea.campus.zone} />
        {data.mayAssess ? way("growth", t("growth.go")) : null}
        <Timeline data={data} />
        <Ungraft data={data} reply={reply} />
      </article>
    </div>
  );
}
