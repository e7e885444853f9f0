import { WARN_SECONDS } from "~/domain/awards/ceremony/ceremony";
import { clock } from "../coaching/days";
import { useT } from "../i18n";
import { minutesAndSeconds, useSecondsLeft } from "../live/countdown";
import css from "./StageClock.module.css";

/** Minutes and seconds that are left, counted from the moments of the server; it warns by colour and by words. */
export function StageClock({ endsAt, now, zone, big }: { endsAt: Date; now: Date; zone: string; big?: boolean }) {
  const t = useT();
  const seconds = useSecondsLeft(endsAt, now);
  const state = seconds === 0 ? "over" : seconds <= WARN_SECONDS ? "soon" : "on";
  return (
    <div className={big ? css.big : css.clock} data-state={state}>
      <span className={css.time} role="timer" aria-label={t("ceremony.clock.left", { count: Math.ceil(seconds / 60) })}>
        <span aria-hidden="true">{minutesAndSeconds(seconds)}</span>
      </span>
      <span className={css.words} role="status">
        {state === "on" ? t("ceremony.clock.until", { time: clock(endsAt, zone) }) : t(`ceremony.clock.${state}`)}
      </span>
    </div>
  );
}
