import { useT } from "../i18n";
import type { Labels } from "./labels";
import { useLabel } from "./labels";
import css from "./RubricTable.module.css";

interface CriterionView {
  readonly code: string;
  readonly name: Labels;
  readonly question: Labels;
  readonly weight: number;
}

/** What the jury looks at, and how much each part weighs. */
export function RubricTable({ criteria }: { criteria: readonly CriterionView[] }) {
  const t = useT();
  const label = useLabel();
  return (
    <ul className={css.list}>
      {criteria.map((one) => (
        <li key={one.code} className={css.row}>
          <h3>{label(one.name)}</h3>
          <span className={css.weight}>{one.weight > 0 ? t("awards.weight", { percent: one.weight }) : t("awards.not_counted")}</span>
          <meter className={css.meter} min={0} max={100} value={one.weight} aria-hidden="true" />
          <p>{label(one.question)}</p>
        </li>
      ))}
    </ul>
  );
}
