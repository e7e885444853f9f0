import { editionBySlug } from "~/domain/awards/load";
import { localeAsked } from "~/web/locale";
import { defineLoader } from "~/web/route";
import { pictureAnswer } from "~/web/share-picture";

const PLANTS = 3;

/** The picture of an edition for other sites. It says what its page says to everybody, and nothing of any entry. */
export const loader = defineLoader(async ({ ctx, params, request }) => {
  const { slug, name, theme, campus } = await editionBySlug(ctx.store.db, params.editionSlug ?? "", ctx.now);
  const locale = localeAsked(ctx.url);
  const plants = Array.from({ length: PLANTS }, (_, i) => ({
    ...{ seed: `${slug} ${i}`, stage: "bloom" as const, versions: 4, comments: 3 },
    ...{ openNeeds: 0, stems: 1, flower: true, fruit: false },
  }));
  return pictureAnswer(request, { above: campus.name, title: name[locale], below: [theme[locale]], plants });
});
