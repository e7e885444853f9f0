import { useActionData, useLoaderData } from "@remix-run/react";
import { letterCounts } from "~/domain/awards/letters/queries-letters";
import { editionToOversee } from "~/domain/awards/load";
import { resultFor } from "~/domain/awards/queries-result";
import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { verdicts } from "~/web/verdicts";
import { viewOf } from "~/web/view";
import { Computing } from "./Computing";
import { JurorEffects } from "./JurorEffects";
import { perform } from "./perform.server";
import { Publish } from "./Publish";
import { Ranking } from "./Ranking";
import css from "./Result.module.css";

export const handle: PageHandle = { title: "result.title" };

export const loader = definePersonLoader(async ({ ctx, params, request }) => {
  const round = Number(new URL(request.url).searchParams.get("round") ?? NaN);
  const result = await resultFor(viewOf(ctx), params.editionSlug ?? "", ctx.now, round, verdicts(ctx, { wait: false }));
  return { ...result, letters: await letterCounts(ctx.store.db, result.edition.id) };
});

export const action = definePersonAction(async (args) => {
  const { ctx, params } = args;
  // Whoever does not run the edition has no such page, so no act of it either.
  const edition = await editionToOversee(viewOf(ctx).db, ctx.actor, params.editionSlug ?? "", ctx.now);
  return perform(args, edition.slug);
});

export default function Result() {
  const t = useT();
  const label = useLabel();
  const result = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>()?.reply ?? null;
  const { edition, roundNo, roundNos } = result;
  return (
    <Page title={t("result.title")} lead={label(edition.name)}>
      <p className={css.muted}>
        {t("result.text")} {t("result.how")}
      </p>
      {roundNos.length > 1 ? (
        <nav aria-label={t("result.rounds")} className={css.rounds}>
          {roundNos.map((no) => (
            <Link key={no} to={`?round=${no}`} aria-current={no === roundNo ? "page" : undefined}>
              {t("result.round", { no })}
            </Link>
          ))}
        </nav>
      ) : null}
      {result.computing ? <Computing /> : null}
      {result.categories.map((category) => (
        <Ranking key={category.id} category={category} result={result} reply={reply} />
      ))}
      <JurorEffects jurors={result.jurors} />
      <Card>
        <h2>{t("result.room.title")}</h2>
        <p>{t("result.room.to_text")}</p>
        <p className={css.rounds}>
          <Link to={`/awards/${edition.slug}/council`}>{t("council.to")}</Link>
          <Link to={`/awards/${edition.slug}/minutes`}>{t("council.minutes.to")}</Link>
          <Link to={`/awards/${edition.slug}/deliberation`}>{t("result.room.to")}</Link>
        </p>
      </Card>
      <Publish result={result} letters={result.letters} reply={reply} />
      <Card>
        <h2>{t("result.export")}</h2>
        <p className={css.rounds}>
          <a href={`/awards/${edition.slug}/result.xlsx?round=${roundNo}`}>{t("result.export_xlsx")}</a>
          <a href={`/awards/${edition.slug}/result.csv?round=${roundNo}`}>{t("result.export_wide")}</a>
          <a href={`/awards/${edition.slug}/result.csv?round=${roundNo}&form=long`}>{t("result.export_long")}</a>
        </p>
      </Card>
      <p>
        <Link to={`/awards/${edition.slug}/manage`}>{t("result.back")}</Link>
      </p>
    </Page>
  );
}
