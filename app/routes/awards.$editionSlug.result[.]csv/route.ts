import { resultTable, scoreTable } from "~/domain/awards/queries-result-table";
import { csvAnswer } from "~/web/csv";
import { definePersonLoader } from "~/web/route";
import { verdicts } from "~/web/verdicts";
import { viewOf } from "~/web/view";

/** The result of a round as a table: one row an entry, or (`?form=long`) one row a score, which `broeikas jury rank` reads. */
export const loader = definePersonLoader(async ({ ctx, params, request }) => {
  const asked = new URL(request.url).searchParams;
  const long = asked.get("form") === "long";
  const slug = params.editionSlug ?? "";
  const round = Number(asked.get("round") ?? NaN);
  const judge = verdicts(ctx, { wait: true });
  const rows = await (long ? scoreTable(viewOf(ctx), slug, ctx.now, round) : resultTable(viewOf(ctx), slug, ctx.now, round, judge));
  return csvAnswer(rows, `${slug}-${long ? "scores" : "result"}`);
});
