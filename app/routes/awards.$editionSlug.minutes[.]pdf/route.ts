import { minutesPage } from "~/domain/awards/council/queries-minutes";
import { minutesPdf } from "~/web/minutes-pdf";
import { pdfAnswer } from "~/web/pdf";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";

/** The minutes of a deliberation on paper, for the organiser. */
export const loader = definePersonLoader(async ({ ctx, params }) => {
  const page = await minutesPage(viewOf(ctx), params.editionSlug ?? "", ctx.now);
  const file = await minutesPdf(page, ctx.actor.locale, ctx.now);
  return pdfAnswer(file, `${page.edition.slug}-minutes`);
});
