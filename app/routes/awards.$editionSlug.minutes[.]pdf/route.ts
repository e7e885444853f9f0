import { minutesPage } from "~/domain/awards/council/queries-minutes";
import { minutesPdf } from "~/web/minutes-pdf";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";

/** The minutes of a deliberation on paper, for the organiser. */
export const loader = definePersonLoader(async ({ ctx, params }) => {
  const page = await minutesPage(viewOf(ctx), params.editionSlug ?? "", ctx.now);
  const file = await minutesPdf(page, ctx.actor.locale, ctx.now);
  return new Response(file, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${page.edition.slug}-minutes.pdf"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
