import { sheetsToPrint } from "~/domain/awards/paper/queries-print";
import { paperSheets } from "~/web/paper-sheet";
import { pdfAnswer } from "~/web/pdf";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";

/** Scoring sheets to print: `?sheet=` one, `?juror=` those of one juror, else all of the round, `?part=` by part; for a juror own ones. */
export const loader = definePersonLoader(async ({ ctx, params }) => {
  const asked = ctx.url.searchParams;
  const part = Number(/^\d{1,3}$/.exec(asked.get("part") ?? "")?.[0] ?? 1);
  const which = { jurorId: asked.get("juror"), assignmentId: asked.get("sheet"), part };
  const printed = await sheetsToPrint(viewOf(ctx), params.editionSlug ?? "", ctx.now, which);
  const { locale } = ctx.actor;
  const pdf = await paperSheets(printed, { locale, origin: ctx.web.env.PUBLIC_ORIGIN });
  return pdfAnswer(pdf, `${printed.edition.slug}-sheets`);
});
