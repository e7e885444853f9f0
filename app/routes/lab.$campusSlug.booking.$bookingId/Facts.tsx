import { useT } from "~/ui/i18n";
import css from "./Booking.module.css";
import type { BookingPageView } from "./load.server";
import { Link } from "~/ui/kit/Link";

/** Where, for what, by whom. */
export function BookingFacts({ view }: { view: BookingPageView }) {
  const t = useT();
  const { name, space, campus, label, ideaTo, bookedBy, purpose, dayName, from, until } = view;
  return (
    <dl className={css.facts}>
      <dt>{t("lab.booking.when")}</dt>
      <dd>
        {dayName}, {t("lab.stretch", { from, until })}
      </dd>
      <dt>{t("lab.booking.where")}</dt>
      <dd>
        {name}, {space}, {campus}
      </dd>
      {label ? (
        <>
          <dt>{t("lab.booking.what_for")}</dt>
          <dd>{ideaTo ? <Link to={ideaTo}>{label}</Link> : label}</dd>
        </>
      ) : null}
      {purpose ? (
        <>
          <dt>{t("lab.booking.purpose")}</dt>
          <dd>{purpose}</dd>
        </>
      ) : null}
      <dt>{t("lab.booking.by")}</dt>
      <dd>{bookedBy ?? t("lab.booking.somebody")}</dd>
    </dl>
  );
}
