import { useLoaderData } from "@remix-run/react";
import { canSpeakFor } from "~/domain/matching/policy";
import { askedIdea } from "~/domain/matching/queries";
import { factsOf } from "~/domain/ideas/visible";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import { MatchList, NoMatches } from "~/ui/matching/Matches";
import type { PageHandle } from "~/ui/page-title";
import { freshMatches } from "~/web/matches";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";

export const handle: PageHandle = { title: "matching.all" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const idea = await askedIdea(viewOf(ctx), params.ideaId ?? "");
  const found = await freshMatches(ctx, idea, { ideas: 20, people: 10 });
  const { id, title, lang, matchConsent: consent } = idea;
  return { id, title, lang, consent, items: found?.items ?? [], speaks: canSpeakFor(ctx.actor, factsOf(idea, idea.membership)) };
});

export default function IdeaMatches() {
  const t = useT();
  const { id, title, consent, items, speaks } = useLoaderData<typeof loader>();
  return (
    <Page title={t("matching.of", { title })} lead={t("matching.lead")} width="middle">
      <h2 className="sr-only">{t("matching.section")}</h2>
      <MatchList ideaId={id} items={items} speaks={speaks} />
      <NoMatches ideaId={id} consent={consent} items={items} />
      <p>
        <Link to={`/ideas/${id}`}>{t("matching.back")}</Link>
      </p>
    </Page>
  );
}
