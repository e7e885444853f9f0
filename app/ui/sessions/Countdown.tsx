import { useEffect, useState } from "react";
import { clock } from "../coaching/days";
import { useT } from "../i18n";
import css from "./Run.module.css";

const TICK_MS = 250;

const two = (n: number): string => String(n).padStart(2, "0");

/** Minutes and seconds until a round ends. All count from the moments of the server, so that all phones agree. */
export function Countdown({ endsAt, now, zone, big }: { endsAt: Date; now: Date; zone: string; big?: boolean }) {
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
  return (
    <p className={big ? css.bigClock : css.clock} data-over={seconds === 0 || undefined} role="timer">
      <span aria-hidden="true">{seconds === 0 ? t("sessions.run.time_up") : `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`}</span>
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
