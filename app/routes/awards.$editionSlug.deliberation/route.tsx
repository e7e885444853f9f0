import { useLoaderData } from "@remix-run/react";
import type { Turn } from "~/domain/awards/queries-deliberation";
import { deliberationFor } from "~/domain/awards/queries-deliberation";
import { useLabel } from "~/ui/awards/labels";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Link } from "~/ui/kit/Link";
import { Page } from "~/ui/kit/Page";
import type { PageHandle } from "~/ui/page-title";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";
import css from "./Deliberation.module.css";

export const handle: PageHandle = { title: "result.room.title" };

export const loader = definePersonLoader(async ({ ctx, params }) => deliberationFor(viewOf(ctx), params.editionSlug ?? "", ctx.now));

export default function Deliberation() {
  const t = useT();
  const label = useLabel();
  const { edition, categories } = useLoaderData<typeof loader>();
  return (
    <Page title={t("result.room.title")} lead={label(edition.name)} width="middle">
      <p>{t("result.room.text")}</p>
      {categories.map(({ code, name, turns }) => (
        <Card key={code} label={label(name)}>
          <h2>{label(name)}</h2>
          <p className={css.muted}>{turns.length === 0 ? t("awards.manage.no_entries") : t("result.room.everyone")}</p>
          <ol className={css.turns}>
            {turns.map((turn) => (
              <OneTurn key={turn.entryId} turn={turn} />
            ))}
          </ol>
        </Card>
      ))}
      <p>
        <Link to={`/awards/${edition.slug}/result`}>{t("result.to")}</Link>
      </p>
    </Page>
  );
}

function OneTurn({ turn: { number, title, goOut, stayOut, comeIn } }: { turn: Turn }) {
  const t = useT();
  const names = (list: readonly string[]) => ({ names: list.join(", ") });
  return (
    <li className={css.turn}>
      <p className={css.title}>
        {t("awards.entry.number", { number })} · {title}
      </p>
      {comeIn.length > 0 ? <p>{t("result.room.come_in", names(comeIn))}</p> : null}
      {goOut.length > 0 ? <p className={css.out}>{t("result.room.go_out", names(goOut))}</p> : null}
      {stayOut.length > 0 ? <p className={css.out}>{t("result.room.stay_out", names(stayOut))}</p> : null}
      {goOut.length + stayOut.length === 0 ? <p className={css.muted}>{t("result.room.all_in")}</p> : null}
    </li>
  );
}
