import { useSearchParams } from "@remix-run/react";
import { useT } from "~/ui/i18n";
import { ButtonLink } from "~/ui/kit/Button";
import { Chip, Chips } from "~/ui/kit/Chip";
import { Face } from "~/ui/kit/Face";
import { Link } from "~/ui/kit/Link";
import { Time } from "~/ui/when";
import css from "./Coaching.module.css";
import type { CoachingView } from "./load.server";

type Section = CoachingView["campuses"][number];

/** A coach: who they are, the languages they speak, and when they are free. */
export function CoachCard({ coach, campus, me }: { coach: Section["coaches"][number]; campus: Section; me: string }) {
  const t = useT();
  const [query] = useSearchParams();
  const idea = query.get("idea");
  const page = `/coaching/${coach.id}?campus=${campus.slug}${idea ? `&idea=${encodeURIComponent(idea)}` : ""}`;
  return (
    <li className={css.coach}>
      <div className={css.who}>
        <div className={css.named}>
          <Face name={coach.name} photo={campus.photos[coach.id]} />
          <h3>{coach.name}</h3>
        </div>
        <Chips label={t("coaching.languages", { name: coach.name })}>
          {coach.languages.map((locale) => (
            <Chip key={locale}>{t(`locale.${locale}`)}</Chip>
          ))}
        </Chips>
      </div>
      {coach.bio ? <p className={css.bio}>{coach.bio}</p> : null}
      {coach.full ? <p className={css.facts}>{t("coaching.full", { count: coach.capacity })}</p> : null}
      {coach.next.length > 0 ? (
        <div className={css.free}>
          <p className={css.facts}>{t("coaching.next_free")}</p>
          <ul className={css.moments}>
            {coach.next.map((slot) => (
              <li key={slot.from.toISOString()}>
                <Link to={`${page}&slot=${encodeURIComponent(slot.from.toISOString())}`} className={css.moment}>
                  <Time at={slot.from} zone={campus.zone} />
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <p className={css.facts}>{t("coaching.none_free")}</p>
      )}
      <ButtonLink to={coach.id === me ? "/coaching/availability" : page}>
        {coach.id === me ? t("coaching.hours.mine") : t("coaching.book_with", { name: coach.name })}
      </ButtonLink>
    </li>
  );
}
