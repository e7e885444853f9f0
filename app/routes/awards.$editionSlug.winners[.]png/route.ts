import { winnersPage } from "~/domain/awards/queries-public";
import { visitor } from "~/domain/kernel/actor";
import { prizePlant } from "~/ui/awards/prize-plant";
import { sayIn } from "~/web/say";
import { localeAsked } from "~/web/locale";
import { defineLoader } from "~/web/route";
import { pictureAnswer } from "~/web/share-picture";

const PLANTS = 3;
const NAMED = 4;

/** The picture of the winners for other sites: what everybody sees, whoever asks. Before they are published there is none. */
export const loader = defineLoader(async ({ ctx, params, request }) => {
  const locale = localeAsked(ctx.url);
  const say = sayIn(locale);
  const page = await winnersPage({ db: ctx.store.db, actor: visitor(locale) }, params.editionSlug ?? "");
  const first = page.categories.flatMap(({ winners }) => winners.filter(({ place }) => place === 1));
  const shown = [...first, ...page.categories.flatMap(({ winners }) => winners.filter(({ place }) => place !== 1))];
  return pictureAnswer(request, {
    above: `${page.campus.name} · ${page.theme[locale]}`,
    title: say("awards.winners.title", { edition: page.name[locale] }),
    below: first.slice(0, NAMED).map(({ title }) => title),
    plants: shown.slice(0, PLANTS).map(prizePlant),
  });
});
