import { clock } from "../coaching/days";
import { useT } from "../i18n";
import { minutesAndSeconds, useSecondsLeft } from "../live/countdown";
import css from "./Run.module.css";

/** Minutes and seconds until a round ends. All count from the moments of the server, so that all phones agree. */
export function Countdown({ endsAt, now, zone, big }: { endsAt: Date; now: Date; zone: string; big?: boolean }) {
  const t = useT();
  const seconds = useSecondsLeft(endsAt, now);
  return (
    <p className={big ? css.bigClock : css.clock} data-over={seconds === 0 || undefined} role="timer">
      <span aria-hidden="true">{seconds === 0 ? t("sessions.run.time_up") : minutesAndSeconds(seconds)}</span>
      <span className="sr-only">{t("sessions.run.minutes_left", { count: Math.ceil(seconds / 60) })}</span>
      <small className={css.until}>{t("sessions.run.until", { time: clock(endsAt, zone) })}</small>
    </p>
  );
}

/** For whoever has no JavaScript: the page asks for itself again, and there is a link. */
export function RefreshPlain({ to }: { to: string }) {
  const t = useT();
  return (
    <noscript>
      <meta httpEquiv="refresh" content="20" />
      <p>
        <a href={to}>{t("sessions.run.refresh")}</a>
      </p>
    </noscript>
  );
}
