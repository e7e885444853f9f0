import { useT } from "~/ui/i18n";
import { Day } from "~/ui/coaching/days";
import { Link } from "~/ui/kit/Link";
import { List } from "~/ui/kit/Rows";
import { Time } from "~/ui/when";
import type { GreenhouseView } from "./load.server";
import css from "./Greenhouse.module.css";

/** Talks, bookings and end dates of the coming days. */
export function Agenda({ agenda }: { agenda: GreenhouseView["agenda"] }) {
  const t = useT();
  if (agenda.length === 0) return null;
  return (
    <section className={css.section}>
      <h2>{t("notices.agenda.title")}</h2>
      <List as="ol">
        {agenda.map(({ id, kind, from, day, zone, title, place, path }) => (
          <li key={`${kind}-${id}`} className={css.day} data-kind={kind}>
            <p className={css.when}>{day === null ? <Time at={from} zone={zone} /> : <Day day={day} />}</p>
            <p>
              <Link to={path}>
                {kind === "talk" && title !== "" ? t("notices.agenda.talk_about", { title }) : t(`notices.agenda.${kind}`, { title })}
              </Link>
              {place ? <span className={css.facts}> · {place}</span> : null}
            </p>
          </li>
        ))}
      </List>
    </section>
  );
}
