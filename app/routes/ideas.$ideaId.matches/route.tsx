import { useLoaderData } from "@remix-run/react";
import { canSpeakFor } from "~/domain/matching/policy";
import type { Asked } from "~/domain/matching/queries";
import { askedIdea } from "~/domain/matching/queries";
import { aidesSeen, namedLike } from "~/domain/matching/aides-seen";
import { whyNot, whyNotAide } from "~/domain/matching/why-not";
import { listIdeas } from "~/domain/ideas/queries-list";
import { factsOf } from "~/domain/ideas/visible";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import { MatchList, NoMatches } from "~/ui/matching/Matches";
import type { PageHandle } from "~/ui/page-title";
import type { WebCtx } from "~/web/ctx";
import { freshMatches, matchViewOf, onCard } from "~/web/matches";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import type { WhyNotView } from "./WhyNot";
import { WhyNot } from "./WhyNot";

const SEARCH_MAX = 200;
const FOUND_MAX = 8;

export const handle: PageHandle = { title: "matching.all" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const idea = await askedIdea(viewOf(ctx), params.ideaId ?? "");
  const found = await freshMatches(ctx, idea, { ideas: 20, people: 10 });
  const { id, title, lang, matchConsent: consent } = idea;
  const speaks = canSpeakFor(ctx.actor, factsOf(idea, idea.membership));
  return { id, title, lang, consent, items: found?.items.map(onCard) ?? [], speaks, asked: await askedWhyNot(ctx, idea) };
});

/** What the address asks about something or somebody else: words to search by, then what or who it is. */
async function askedWhyNot(ctx: WebCtx, idea: Asked): Promise<WhyNotView> {
  const wanted = ctx.url.searchParams;
  const q = (wanted.get("q") ?? "").replaceAll("\0", "").slice(0, SEARCH_MAX).trim();
  const [other, kind] = [wanted.get("not"), wanted.get("kind")];
  const view = matchViewOf(ctx);
  const found = q === "" ? null : await search(ctx, idea, q);
  if (other === null) return { q, found };
  const answer = await (kind === "person" || kind === "organisation" ? whyNotAide(view, idea, kind, other) : whyNot(view, idea, other));
  return { q, found, answer };
}

async function search(ctx: WebCtx, idea: Asked, q: string): Promise<NonNullable<WhyNotView["found"]>> {
  const others = (await listIdeas(viewOf(ctx), { q })).items.filter(({ id }) => id !== idea.id);
  const aides = namedLike(await aidesSeen(matchViewOf(ctx), idea), q);
  return [
    ...aides.slice(0, FOUND_MAX).map(({ kind, id, name }) => ({ kind, id, title: name, lang: null })),
    ...others.slice(0, FOUND_MAX).map(({ id, title, lang }) => ({ kind: "idea" as const, id, title, lang })),
  ];
}

export default function IdeaMatches() {
  const t = useT();
  const { id, title, consent, items, speaks, asked } = useLoaderData<typeof loader>();
  return (
    <Page title={t("matching.of", { title })} lead={t("matching.lead")} width="middle">
      <h2 className="sr-only">{t("matching.section")}</h2>
      <MatchList ideaId={id} items={items} speaks={speaks} />
      <NoMatches ideaId={id} consent={consent} items={items} />
      <WhyNot ideaId={id} view={asked} />
      <p>
        <Link to={`/ideas/${id}`}>{t("matching.back")}</Link>
      </p>
    </Page>
  );
}
