import { useT } from "../i18n";
import type { Labels } from "./labels";
import { useLabel } from "./labels";
import css from "./RubricLevels.module.css";

interface Leveled {
  readonly code: string;
  readonly name: Labels;
  readonly levels: readonly { readonly level: number; readonly points: number; readonly label: Labels; readonly evidence: Labels }[];
}

/** What is seen at each level of each criterion, and how many points that is. */
export function RubricLevels({ criteria }: { criteria: readonly Leveled[] }) {
  const t = useT();
  const label = useLabel();
  return (
    <div className={css.list}>
      {criteria.map(({ code, name, levels }) => (
        <section key={code}>
          <h3>{label(name)}</h3>
          <dl className={css.levels}>
            {levels.map((one) => (
              <Level
                key={one.level}
                title={`${one.level} · ${label(one.label)}`}
                facts={t("rubrics.points", { points: Math.round(one.points / 100) })}
              >
                {label(one.evidence)}
              </Level>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function Level({ title, facts, children }: { title: string; facts: string; children: string }) {
  return (
    <>
      <dt>
        {title} <small>({facts})</small>
      </dt>
      <dd>{children}</dd>
    </>
  );
}
