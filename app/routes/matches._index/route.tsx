import { useLoaderData } from "@remix-run/react";
import { interestsFor } from "~/domain/matching/queries-interests";
import { matchesOfMine } from "~/domain/matching/queries-mine";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Link } from "~/ui/kit/Link";
import { EmptyState, Page } from "~/ui/kit/Page";
import { InterestRows } from "~/ui/matching/InterestRows";
import { MatchList, NoMatches } from "~/ui/matching/Matches";
import css from "~/ui/matching/Matches.module.css";
import type { PageHandle } from "~/ui/page-title";
import { matchViewOf, onCard, remakeMatches } from "~/web/matches";
import { definePersonLoader } from "~/web/route";

export const handle: PageHandle = { title: "matching.title" };

export const loader = definePersonLoader(async ({ ctx }) => {
  const view = matchViewOf(ctx);
  let mine = await matchesOfMine(view);
  const stale = mine.filter(({ matches }) => matches?.stale);
  for (const { idea } of stale) await remakeMatches(ctx, idea.id);
  if (stale.length > 0) mine = await matchesOfMine(view);
  const cards = mine.map(({ matches, ...one }) => ({ ...one, items: matches?.items.map(onCard) ?? null }));
  return { mine: cards, interests: await interestsFor(view) };
});

export default function MyMatches() {
  const t = useT();
  const { mine, interests } = useLoaderData<typeof loader>();
  return (
    <Page title={t("matching.title")} lead={t("matching.lead")} width="middle">
      <InterestRows title={t("matching.waiting_me")} lines={interests.waitingForMe} />
      <InterestRows title={t("matching.waiting_them")} lines={interests.waitingForThem} />
      <InterestRows title={t("matching.together")} lines={interests.together} />
      {interests.together.length > 0 ? (
        <p>
          <Link to="/rooms">{t("rooms.title")}</Link>
        </p>
      ) : null}
      {mine.map(({ idea, matchConsent, items }) => (
        <section key={idea.id} className={css.section}>
          <h2>{t("matching.of", { title: idea.title })}</h2>
          <MatchList ideaId={idea.id} items={items ?? []} speaks />
          <NoMatches ideaId={idea.id} consent={matchConsent} items={items} />
          {items !== null && items.length > 0 ? (
            <p>
              <Link to={`/ideas/${idea.id}/matches`}>{t("matching.all")}</Link>
            </p>
          ) : null}
        </section>
      ))}
      {mine.length === 0 ? (
        <EmptyState
          title={t("matching.no_ideas_title")}
          text={t("matching.no_ideas_text")}
          action={
            <ButtonLink look="primary" to="/plant">
              {t("matching.no_ideas_action")}
            </ButtonLink>
          }
        />
      ) : null}
    </Page>
  );
}
