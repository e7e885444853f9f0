import { useT } from "~/ui/i18n";
import css from "./Manage.module.css";
import type { ManageView } from "./load.server";

/** The edition in four figures. */
export function Counts({ view }: { view: ManageView }) {
  const t = useT();
  const { counts, jurors } = view.board;
  const figures = [
    [t("awards.manage.submitted"), String(counts.submitted)],
    [t("awards.manage.drafts"), String(counts.drafts)],
    [t("awards.manage.jurors"), String(jurors.length)],
    [t("awards.manage.sheets"), t("awards.manage.of", { done: counts.sheetsDone, total: counts.sheetsExpected })],
  ] as const;
  return (
    <dl className={css.counts}>
      {figures.map(([name, figure]) => (
        <div key={name} className={css.count}>
          <dt>{name}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
