import { Form } from "@remix-run/react";
import { useT } from "../i18n";
import { Button } from "../kit/Button";
import { Link } from "../kit/Link";
import css from "./DaySwitch.module.css";

export interface DaySwitchView {
  readonly day: string;
  readonly min: string;
  readonly max: string;
  readonly previous: string | null;
  readonly next: string | null;
  /** The address of today; null when it is shown. */
  readonly today: string | null;
  /** What the address holds besides the day. */
  readonly keep: readonly { readonly name: string; readonly value: string }[];
}

/** To the day before, the day after, or any other: links and a plain form, so that the address says which day it is. */
export function DaySwitch({ day, min, max, previous, next, today, keep }: DaySwitchView) {
  const t = useT();
  return (
    <nav className={css.bar} aria-label={t("lab.day.switch")}>
      {previous ? (
        <Link to={previous} className={css.step} aria-label={t("lab.day.previous")} preventScrollReset>
          <span aria-hidden="true">‹</span>
        </Link>
      ) : null}
      <Form method="get" className={css.form} key={day} preventScrollReset>
        {keep.map(({ name, value }) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="date" name="day" defaultValue={day} min={min} max={max} required className={css.input} aria-label={t("lab.day")} />
        <Button type="submit" small>
          {t("lab.day.show")}
        </Button>
      </Form>
      {next ? (
        <Link to={next} className={css.step} aria-label={t("lab.day.next")} preventScrollReset>
          <span aria-hidden="true">›</span>
        </Link>
      ) : null}
      {today ? (
        <Link to={today} className={css.today} preventScrollReset>
          {t("lab.day.today")}
        </Link>
      ) : null}
    </nav>
  );
}
