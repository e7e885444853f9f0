import { csvOf } from "~/web/csv";
import { localeAsked } from "~/web/locale";
import { defineLoader } from "~/web/route";
import { sayIn } from "~/web/say";
import { openFile, publicWinners, winnerRows } from "~/web/winners";

const HEAD = ["category", "place", "prize", "entry", "title", "pitch", "citation", "people", "others", "idea"];

/** The winners of an edition as a table, as everybody sees them. Before they are published there is none. */
export const loader = defineLoader(async ({ ctx, params }) => {
  const locale = localeAsked(ctx.url);
  const say = sayIn(locale);
  const page = await publicWinners(ctx, params.editionSlug ?? "", locale);
  const rows = winnerRows(page, locale).map(({ category, place, number, title, pitch, citation, people, more, ideaId }) => [
    ...[category, place, say(`awards.place.${place}`), number, title, pitch, citation, people.join(", "), more],
    ideaId === null ? "" : `${ctx.web.env.PUBLIC_ORIGIN}/ideas/${ideaId}`,
  ]);
  const name = { "Content-Disposition": `attachment; filename="${page.slug}-winners.csv"` };
  return new Response(csvOf([HEAD, ...rows]), { headers: { ...openFile("text/csv"), ...name } });
});
