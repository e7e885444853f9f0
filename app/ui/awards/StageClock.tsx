import { useEffect, useState } from "react";
import { WARN_SECONDS } from "~/domain/awards/ceremony/ceremony";
import { clock } from "../coaching/days";
import { useT } from "../i18n";
import css from "./StageClock.module.css";

const TICK_MS = 250;
const two = (n: number): string => String(n).padStart(2, "0");

/** Minutes and seconds that are left, counted from the moments of the server; it warns by colour and by words. */
export function StageClock({ endsAt, now, zone, big }: { endsAt: Date; now: Date; zone: string; big?: boolean }) {
  const t = useT();
  const [ends, server] = [endsAt.getTime(), now.getTime()];
  const [left, setLeft] = useState(ends - server);
  useEffect(() => {
    const ahead = Date.now() - server;
    const tick = (): void => setLeft(ends - (Date.now() - ahead));
    tick();
    const timer = window.setInterval(tick, TICK_MS);
    return () => window.clearInterval(timer);
  }, [ends, server]);
  const seconds = Math.max(0, Math.ceil(left / 1000));
  const state = seconds === 0 ? "over" : seconds <= WARN_SECONDS ? "soon" : "on";
  return (
    <div className={big ? css.big : css.clock} data-state={state}>
      <span className={css.time} role="timer" aria-label={t("ceremony.clock.left", { count: Math.ceil(seconds / 60) })}>
        <span aria-hidden="true">{`${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`}</span>
      </span>
      <span className={css.words} role="status">
        {state === "on" ? t("ceremony.clock.until", { time: clock(endsAt, zone) }) : t(`ceremony.clock.${state}`)}
      </span>
    </div>
  );
}
