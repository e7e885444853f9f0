import type { Place } from "~/domain/awards/edition";
import { PLACES } from "~/domain/awards/edition";
import type { ResultPage } from "~/domain/awards/queries-result";
import type { ResultCategory } from "~/domain/awards/result/by-category";
import { useLabel } from "~/ui/awards/labels";
import { SelectField, TextArea } from "~/ui/forms/fields";
import { FoldedForm } from "~/ui/forms/FoldedForm";
import type { Reply } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Note } from "~/ui/kit/Note";
import { Advice } from "./Advice";
import { Changes } from "./Changes";
import css from "./Result.module.css";
import { Standing } from "./Standing";
import { Ties } from "./Ties";

/** The ranking of a category with how sure it is, what would change it, and the prizes decided on it. */
export function Ranking({ category, result, reply }: { category: ResultCategory; result: ResultPage; reply: Reply | null }) {
  const open = result.may.decide;
  const t = useT();
  const label = useLabel();
  const { rows, withheld, parts } = category;
  const seen = result.revealed.flatMap(({ categoryId, place }) => (categoryId === category.id ? [place] : []));
  return (
    <Card label={label(category.name)}>
      <h2>{label(category.name)}</h2>
      {rows.length === 0 ? <p className={css.muted}>{t("awards.manage.no_entries")}</p> : null}
      {withheld && rows.length > 0 ? <Note>{t("awards.rank.withheld", { count: result.minimum })}</Note> : null}
      {parts > 1 ? <Note>{t("result.parts", { count: parts })}</Note> : null}
      <ol className={css.ranking}>
        {rows.map((row) => (
          <Standing key={row.entryId} row={row} parts={parts} open={open} seen={seen} />
        ))}
      </ol>
      <Ties ties={category.ties} lot={result.lot} open={open} />
      {category.bands.map((titles) => (
        <p key={titles.join()}>{t("result.band", { titles: titles.join(", ") })}</p>
      ))}
      <Advice advice={category.advice} slug={result.edition.slug} />
      {!withheld && rows.length > 1 ? <Changes changes={category.changes} /> : null}
      {open && rows.length > 0 ? <Decide category={category} seen={seen} reply={reply} /> : null}
    </Card>
  );
}

function Decide({ category, seen, reply }: { category: ResultCategory; seen: readonly Place[]; reply: Reply | null }) {
  const t = useT();
  const mine = reply?.intent === "decide" && reply.values.categoryId?.[0] === category.id ? reply : null;
  const given = category.rows.flatMap(({ decision }) => (decision ? [decision.place] : []));
  const free = PLACES.filter((place) => !given.includes(place));
  return (
    <FoldedForm label={t("awards.manage.decide")} intent="decide" reply={mine} formId={`decide-${category.code}`} anew={given.join()}>
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
      {seen.length > 0 ? (
        <TextArea name="correction" label={t("awards.manage.correction")} hint={t("awards.manage.correction_hint")} rows={2} optional />
      ) : null}
    </FoldedForm>
  );
}
