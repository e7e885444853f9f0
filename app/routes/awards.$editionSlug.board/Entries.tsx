import { useNumbers } from "~/ui/awards/numbers";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { Row, Rows } from "~/ui/kit/Rows";
import { Tabs } from "~/ui/kit/Tabs";
import css from "./Board.module.css";
import { Steps } from "./Jurors";
import type { BoardView } from "./route";

const FILTERS = ["all", "missing", "wide"] as const;

/** Entries with the sheets that are in and how far their totals lie apart; which juror gave what is opened on demand. */
export function Entries({ board }: { board: BoardView }) {
  const t = useT();
  const { edition, entries, filter, counts, page, pages, jurorPage, opened } = board;
  const to = (show: string, at: number, entry?: string): string =>
    `/awards/${edition.slug}/board?show=${show}&page=${at}&jurors=${jurorPage}${entry === undefined ? "" : `&entry=${entry}`}#entries`;
  return (
    <div id="entries" className={css.part}>
      <Tabs label={t("board.filter")}>
        {FILTERS.map((one) => (
          <Link key={one} to={to(one, 1)} aria-current={one === filter ? "page" : undefined} preventScrollReset>
            {t(`board.filter.${one}`, { count: counts[one] })}
          </Link>
        ))}
      </Tabs>
      <Rows title={t("jury.spread")}>
        {entries.length === 0 ? <Row title={t("board.none")} /> : null}
        {entries.map((entry) => (
          <Row
            key={entry.entryId}
            title={
              <>
                {t("awards.entry.number", { number: entry.number })} · <span lang={entry.lang}>{entry.title}</span>
              </>
            }
            facts={<Facts entry={entry} opened={opened?.entryId === entry.entryId ? opened.sheets : null} />}
          >
            {opened?.entryId === entry.entryId ? (
              <Link to={to(filter, page)} preventScrollReset>
                {t("jury.close")}
              </Link>
            ) : (
              <Link to={to(filter, page, entry.entryId)} aria-label={t("board.who_named", { number: entry.number })} preventScrollReset>
                {t("board.who")}
              </Link>
            )}
          </Row>
        ))}
      </Rows>
      {pages > 1 ? <Steps label={t("board.entry_pages")} page={page} pages={pages} to={(at) => to(filter, at)} /> : null}
    </div>
  );
}

type Opened = NonNullable<BoardView["opened"]>["sheets"];

function Facts({ entry, opened }: { entry: BoardView["entries"][number]; opened: Opened | null }) {
  const t = useT();
  const { points } = useNumbers();
  const { done, assigned, lowest, highest } = entry;
  const spread = lowest !== null && highest !== null ? { low: Math.round(lowest / 100), high: Math.round(highest / 100) } : null;
  return (
    <>
      {t("jury.spread_facts", { done, assigned })}
      {spread ? `, ${t("jury.spread_range", spread)}` : ""}
      {entry.wide ? <span className={css.warn}> · {t("jury.spread_wide")}</span> : null}
      {opened?.map(({ name, state, total }) => (
        <span key={name} className={css.sheet}>
          {name}: {total === null ? t(`awards.sheet.state.${state}`) : t("board.points", { points: points(total) })}
        </span>
      ))}
    </>
  );
}
