import { PLACES } from "~/domain/awards/edition";
import { useLabel } from "~/ui/awards/labels";
import { ScoreStrip } from "~/ui/awards/ScoreStrip";
import { SelectField, TextArea } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import { Note } from "~/ui/kit/Note";
import css from "./Manage.module.css";
import type { ManageView } from "./load.server";

type Category = ManageView["ranking"]["categories"][number];

/** The ranking of each category by weighted mean, and the prizes decided on it. */
export function Ranking({ view, reply }: { view: ManageView; reply: Reply | null }) {
  const t = useT();
  const label = useLabel();
  const { ranking, board } = view;
  return (
    <div id="ranking" className={css.plain}>
      <h2>{t("awards.manage.ranking")}</h2>
      <p className={css.muted}>{t("awards.manage.ranking_text")}</p>
      {ranking.categories.map((category) => (
        <Card key={category.id}>
          <h3>{label(category.name)}</h3>
          {category.rows.length === 0 ? <p className={css.muted}>{t("awards.manage.no_entries")}</p> : null}
          {category.withheld && category.rows.length > 0 ? <Note>{t("awards.rank.withheld", { count: ranking.minimum })}</Note> : null}
          <ol className={css.ranking}>
            {category.rows.map((row) => (
              <Ranked key={row.entryId} row={row} open={board.may.decide} />
            ))}
          </ol>
          {board.may.decide && category.rows.length > 0 ? <Decide category={category} reply={reply} /> : null}
        </Card>
      ))}
    </div>
  );
}

function Ranked({ row, open }: { row: Category["rows"][number]; open: boolean }) {
  const t = useT();
  const { decision } = row;
  return (
    <li className={css.ranked}>
      <span className={css.rank}>{row.rank ?? "–"}</span>
      <span className={css.title}>
        {t("awards.entry.number", { number: row.number })} · {row.title}
        {row.tied ? <span className={css.muted}> ({t("awards.rank.tied")})</span> : null}
      </span>
      <span className={css.cell}>
        <ScoreStrip mean={row.mean} lowest={row.lowest} highest={row.highest} />
      </span>
      <span className={`${css.cell} ${css.muted}`}>{t("awards.rank.sheets", { sheets: row.sheets, expected: row.expected })}</span>
      {decision ? (
        <div className={css.prize}>
          {t(`awards.place.${decision.place}`)}
          {open ? (
            <ReplyForm formId={`undo-${decision.decisionId}`} intent="undo" preventScrollReset>
              <input type="hidden" name="id" value={decision.decisionId} />
              <SubmitButton look="link" label={`${t("awards.manage.undo")}: ${row.title}`}>
                {t("awards.manage.undo")}
              </SubmitButton>
            </ReplyForm>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

function Decide({ category, reply }: { category: Category; reply: Reply | null }) {
  const t = useT();
  const mine = reply?.intent === "decide" && reply.values.categoryId?.[0] === category.id ? reply : null;
  const given = category.rows.flatMap(({ decision }) => (decision ? [decision.place] : []));
  const free = PLACES.filter((place) => !given.includes(place));
  return (
    <Disclosure label={t("awards.manage.decide")} open={mine !== null}>
      <ReplyForm key={given.join()} formId={`decide-${category.code}`} intent="decide" reply={mine}>
        <Fields>
          <ErrorSummary />
          <input type="hidden" name="categoryId" value={category.id} />
          <SelectField
            name="entryId"
            label={t("awards.conflict.entry")}
            options={category.rows.map((row) => ({
              value: row.entryId,
              label: `${t("awards.entry.number", { number: row.number })} · ${row.title}`,
            }))}
          />
          <SelectField
            name="place"
            label={t("awards.manage.place")}
            initial={String(free[0] ?? PLACES[0])}
            options={PLACES.map((place) => ({ value: String(place), label: t(`awards.place.${place}`) }))}
          />
          <TextArea name="citation" label={t("awards.manage.citation")} hint={t("awards.manage.citation_hint")} rows={3} optional />
          <SubmitButton look="quiet">{t("awards.manage.decide")}</SubmitButton>
        </Fields>
      </ReplyForm>
    </Disclosure>
  );
}
