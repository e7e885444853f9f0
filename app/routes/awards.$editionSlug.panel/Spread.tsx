import { useT } from "~/ui/i18n";
import { Card } from "~/ui/kit/Card";
import { Disclosure } from "~/ui/kit/Disclosure";
import css from "./Panel.module.css";
import type { PanelView } from "./load.server";

/** Totals of one entry that lie this far apart ask for a talk (hundredths of a point). */
const WIDE = 3_000;

/** How far each entry is, and where the jurors lie far apart. */
export function Spread({ view: { progress, numbers } }: { view: PanelView }) {
  const t = useT();
  if (progress.entries.length === 0) return null;
  const rows = progress.entries.map((one) => ({ ...one, number: numbers[one.entryId] ?? 0 })).sort((a, b) => a.number - b.number);
  return (
    <Card>
      <Disclosure label={t("jury.spread")}>
        <ul className={css.plain}>
          {rows.map(({ entryId, number, done, assigned, lowest, highest }) => (
            <li key={entryId}>
              <strong>{t("awards.entry.number", { number })}</strong>: {t("jury.spread_facts", { done, assigned })}
              {lowest !== null && highest !== null
                ? `, ${t("jury.spread_range", { low: Math.round(lowest / 100), high: Math.round(highest / 100) })}`
                : ""}
              {lowest !== null && highest !== null && highest - lowest >= WIDE ? (
                <span className={css.warn}> · {t("jury.spread_wide")}</span>
              ) : null}
            </li>
          ))}
        </ul>
      </Disclosure>
    </Card>
  );
}
