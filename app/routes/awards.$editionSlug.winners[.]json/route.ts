import { localeAsked } from "~/web/locale";
import { defineLoader } from "~/web/route";
import { openFile, publicWinners } from "~/web/winners";

/** The winners of an edition for other programs, as everybody sees them. Before they are published there is nothing. */
export const loader = defineLoader(async ({ ctx, params }) => {
  const page = await publicWinners(ctx, params.editionSlug ?? "", localeAsked(ctx.url));
  const categories = page.categories.map(({ code, name, winners }) => ({
    code,
    name,
    winners: winners.map(({ number, place, citation, title, pitch, lang, ideaId, people, more }) => ({
      ...{ number, place, citation, title, pitch, lang, people, others: more },
      idea: ideaId === null ? null : `${ctx.web.env.PUBLIC_ORIGIN}/ideas/${ideaId}`,
    })),
  }));
  const { slug, name, theme, campus, publishedAt } = page;
  const body = { slug, name, theme, campus: campus.name, publishedAt: publishedAt.toISOString(), categories };
  return new Response(JSON.stringify(body), { headers: openFile("application/json") });
});
