import { useT } from "~/ui/i18n";
import { Link } from "~/ui/kit/Link";
import { DaySwitch } from "~/ui/lab/DaySwitch";
import css from "./Book.module.css";
import type { BookPageView } from "./load.server";

/** What is still free of the chosen resource on the chosen day, each as a link that fills the form. */
export function FreeOfDay({ view, campus }: { view: BookPageView; campus: string }) {
  const t = useT();
  const { chosen, dayName, free } = view;
  return (
    <section className={css.free} aria-labelledby="free-of-day">
      <h2 id="free-of-day">{t("lab.book.free", { day: dayName })}</h2>
      <p className={css.limits}>
        {chosen?.name} · {campus}
      </p>
      {free.length === 0 ? (
        <p>{t("lab.book.free_none")}</p>
      ) : (
        <ul className={css.stretches}>
          {free.map(({ from, until, to }) => (
            <li key={from}>
              <Link to={to} preventScrollReset>
                {from}–{until}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <DaySwitch {...view.switch} />
    </section>
  );
}
