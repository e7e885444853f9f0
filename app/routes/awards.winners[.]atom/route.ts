import { editionsFor } from "~/domain/awards/queries-public";
import { atomOf } from "~/web/atom";
import { localeAsked } from "~/web/locale";
import { defineLoader } from "~/web/route";
import { sayIn } from "~/web/say";
import { openFile, publicWinners, winnerRows } from "~/web/winners";

const EDITIONS = 3;

/** The winners of the last editions as a feed, as everybody sees them. */
export const loader = defineLoader(async ({ ctx }) => {
  const locale = localeAsked(ctx.url);
  const say = sayIn(locale);
  const origin = ctx.web.env.PUBLIC_ORIGIN;
  const published = (await editionsFor({ db: ctx.store.db }, ctx.now)).filter(({ publishedAt }) => publishedAt !== null).slice(0, EDITIONS);
  const pages = [];
  for (const { slug } of published) pages.push(await publicWinners(ctx, slug, locale));
  const entries = pages.flatMap((page) =>
    winnerRows(page, locale).map(({ entryId, place, title, pitch, citation, lang, ideaId, category }) => ({
      id: `${origin}/awards/${page.slug}/winners#${entryId}`,
      title: `${title} · ${say(`awards.place.${place}`)}, ${category}`,
      url: ideaId === null ? `${origin}/awards/${page.slug}/winners` : `${origin}/ideas/${ideaId}`,
      at: page.publishedAt,
      text: [pitch, citation].filter(Boolean).join(" · "),
      lang,
    })),
  );
  const feed = {
    title: say("awards.winners.feed"),
    url: `${origin}/awards/winners.atom?lang=${locale}`,
    page: `${origin}/awards`,
    lang: locale,
  };
  return new Response(atomOf({ ...feed, entries }), { headers: openFile("application/atom+xml") });
});
