import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { comparePair } from "~/domain/awards/compare/compare-pair";
import { compareForm, pairForm } from "~/domain/awards/compare/forms";
import { comparePage } from "~/domain/awards/compare/queries";
import { undoPair } from "~/domain/awards/compare/undo-pair";
import { DomainError } from "~/domain/kernel/errors";
import { QueueProgress } from "~/ui/awards/QueueProgress";
import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Note } from "~/ui/kit/Note";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";
import { Answered } from "./Answered";
import { Pair } from "./Pair";

export const handle: PageHandle = { title: "compare.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const page = await comparePage(viewOf(ctx), params.editionSlug ?? "", ctx.now);
  const asked = Number(ctx.url.searchParams.get("pair") ?? 0) - 1;
  const free = page.pairs.findIndex(({ better }) => better === null);
  return { ...page, at: page.pairs[asked] ? asked : free };
});

export type CompareView = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async ({ ctx, params, form, intent }) => {
  const editionSlug = params.editionSlug ?? "";
  // Whoever has no such page has no such act.
  await comparePage(viewOf(ctx), editionSlug, ctx.now);
  switch (intent) {
    case "compare": {
      const parsed = parseForm(form, compareForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await comparePair(ctx, { editionSlug, ...parsed.value });
      return redirect(`/awards/${editionSlug}/jury/compare`, 303);
    }
    case "undo": {
      const parsed = parseForm(form, pairForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await undoPair(ctx, { editionSlug, ...parsed.value });
      setToast(ctx.web, { key: "compare.undone" });
      return redirect(`/awards/${editionSlug}/jury/compare`, 303);
    }
    default:
      throw new DomainError("invalid");
  }
});

export default function Compare() {
  const t = useT();
  const label = useLabel();
  const page = useLoaderData<typeof loader>();
  const { edition, open, left, pairs, at } = page;
  const done = pairs.filter(({ better }) => better !== null).length;
  const pair = pairs[at];
  return (
    <Page title={t("compare.title")} lead={label(edition.name)} width="middle">
      {pairs.length > 0 ? <p>{t("compare.text")}</p> : null}
      {open ? null : <Note>{t("compare.closed")}</Note>}
      {left > 0 ? <Note>{t("compare.left", { count: left })}</Note> : null}
      {open && left === 0 && pairs.length === 0 ? <Note>{t("compare.none")}</Note> : null}
      {pairs.length > 0 ? (
        <QueueProgress text={t("compare.progress", { done, total: pairs.length })} done={done} total={pairs.length} />
      ) : null}
      {open && pair ? <Pair key={at} page={page} pair={pair} /> : null}
      {open && pairs.length > 0 && done === pairs.length && !pair ? <Note>{t("compare.finished")}</Note> : null}
      <Answered page={page} />
      <p>
        <Link to={`/awards/${edition.slug}/jury`}>{t("awards.jury.to_list")}</Link>
      </p>
    </Page>
  );
}
