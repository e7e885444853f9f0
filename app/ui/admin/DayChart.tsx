import { useLocale, useT } from "../i18n";
import css from "./DayChart.module.css";

const WIDTH = 300;
const HEIGHT = 72;
const DAY = 86_400_000;

/** A bar a day, the present day last. What it shows is said in words below it, for everybody; the drawing itself is passed over. */
export function DayChart({ title, values, today }: { title: string; values: readonly number[]; today: string }) {
  const t = useT();
  const locale = useLocale();
  const most = Math.max(...values, 0);
  const sum = values.reduce((total, n) => total + n, 0);
  const step = WIDTH / values.length;
  const best = new Date(Date.parse(today) - (values.length - 1 - values.indexOf(most)) * DAY);
  const day = best.toLocaleDateString(`${locale}-BE`, { day: "numeric", month: "long", timeZone: "UTC" });
  return (
    <figure className={css.chart}>
      <h2>{title}</h2>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" preserveAspectRatio="none">
        {values.map((n, i) => {
          const height = most === 0 ? 0 : (n / most) * (HEIGHT - 2);
          // Two bars may be as high as each other: the day tells them apart.
          return <rect key={`${i}`} x={i * step + 1} y={HEIGHT - 1 - height} width={step - 2} height={height} rx="1" />;
        })}
        <line x1="0" y1={HEIGHT - 0.5} x2={WIDTH} y2={HEIGHT - 0.5} />
      </svg>
      <figcaption>
        {sum === 0 ? t("admin.chart.none", { days: values.length }) : t("admin.chart.said", { count: sum, days: values.length, most, day })}
      </figcaption>
    </figure>
  );
}
