import { resultTable, scoreTable } from "~/domain/awards/queries-result-table";
import { fileAnswer } from "~/web/download";
import { definePersonLoader } from "~/web/route";
import { say } from "~/web/say";
import { verdicts } from "~/web/verdicts";
import { viewOf } from "~/web/view";
import { XLSX, xlsxOf } from "~/web/xlsx";

/** The result of a round as a workbook: a sheet with one row an entry, and one with one row a score. */
export const loader = definePersonLoader(async ({ ctx, params, request }) => {
  const slug = params.editionSlug ?? "";
  const round = Number(new URL(request.url).searchParams.get("round") ?? NaN);
  const view = viewOf(ctx);
  const file = await xlsxOf([
    { name: say(ctx, "result.sheet_wide"), rows: await resultTable(view, slug, ctx.now, round, verdicts(ctx, { wait: true })) },
    { name: say(ctx, "result.sheet_long"), rows: await scoreTable(view, slug, ctx.now, round) },
  ]);
  return fileAnswer(file, { name: `${slug}-result.xlsx`, type: XLSX });
});
