import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BOARD_FILTERS, boardPage } from "~/domain/awards/board/queries";
import { editionToOversee } from "~/domain/awards/load";
import { oneForm } from "~/domain/awards/panel/forms";
import { nudgeJurors } from "~/domain/awards/panel/nudge-jurors";
import { DomainError } from "~/domain/kernel/errors";
import { DaysLeft } from "~/ui/awards/days-left";
import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Figure, Figures } from "~/ui/kit/Figures";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { Time } from "~/ui/when";
import { countedLately } from "~/web/board";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";
import { Entries } from "./Entries";
import { Jurors } from "./Jurors";

export const handle: PageHandle = { title: "board.title" };

const numberOf = (text: string | null): number => Number(/^\d{1,4}$/.exec(text ?? "")?.[0] ?? 1);

export const loader = definePersonLoader(async ({ ctx, params }) => {
  const asked = ctx.url.searchParams;
  const wish = {
    jurorPage: numberOf(asked.get("jurors")),
    filter: BOARD_FILTERS.find((one) => one === asked.get("show")) ?? "all",
    page: numberOf(asked.get("page")),
    entryId: asked.get("entry"),
  };
  return boardPage(viewOf(ctx), params.editionSlug ?? "", ctx.now, wish, countedLately(ctx.store.db, ctx.now));
});

export type BoardView = ReturnType<typeof useLoaderData<typeof loader>>;

export const action = definePersonAction(async ({ ctx, params, form, intent }) => {
  const { slug: editionSlug } = await editionToOversee(viewOf(ctx).db, ctx.actor, params.editionSlug ?? "", ctx.now);
  if (intent !== "nudge" && intent !== "nudge_all") throw new DomainError("invalid");
  const parsed = intent === "nudge" ? parseForm(form, oneForm) : null;
  if (parsed?.ok === false) return refuseForm(parsed.reply);
  const { told } = await nudgeJurors(ctx, { editionSlug, ...(parsed?.ok ? { personIds: [parsed.value.id] } : {}) });
  setToast(ctx.web, told === 0 ? { key: "jury.nudged_nobody" } : { key: "jury.nudged_now", params: { count: told } });
  return redirect(ctx.url.pathname + ctx.url.search, 303);
});

export default function Board() {
  const t = useT();
  const label = useLabel();
  const board = useLoaderData<typeof loader>();
  const { edition, sheets, paces, counts } = board;
  return (
    <Page title={t("board.title")} lead={label(edition.name)}>
      <Figures label={t("board.title")}>
        <Figure>{t("board.sheets", { done: sheets.done, assigned: sheets.assigned, drafts: sheets.drafts })}</Figure>
        <Figure alarm={board.judging && paces.silent + paces.slow > 0}>
          {t("board.behind", { silent: paces.silent, slow: paces.slow })}
        </Figure>
        <Figure>{t("board.entries_missing", { count: counts.missing })}</Figure>
        <Figure alarm={counts.wide > 0}>{t("board.entries_wide", { count: counts.wide })}</Figure>
      </Figures>
      <p>
        {board.judging ? (
          <>
            {t("awards.jury.until")} <Time at={board.until} zone={edition.zone} /> (<DaysLeft until={board.until} zone={edition.zone} />)
            {". "}
          </>
        ) : null}
        {t("board.counted")} <Time at={board.at} zone={edition.zone} />.
      </p>
      <Jurors board={board} />
      <Entries board={board} />
      <p>
        <Link to={`/awards/${edition.slug}/panel`}>{t("jury.open")}</Link> ·{" "}
        <Link to={`/awards/${edition.slug}/papers`}>{t("paper.title")}</Link>
      </p>
    </Page>
  );
}
