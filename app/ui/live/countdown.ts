import { useEffect, useState } from "react";

const TICK_MS = 250;

const two = (n: number): string => String(n).padStart(2, "0");

/** Whole seconds until a moment, never below 0; counted from the moment of the server (`now`), so that all screens and phones agree. */
export function useSecondsLeft(endsAt: Date, now: Date): number {
  const [ends, server] = [endsAt.getTime(), now.getTime()];
  const [left, setLeft] = useState(ends - server);
  useEffect(() => {
    const ahead = Date.now() - server;
    const tick = (): void => setLeft(ends - (Date.now() - ahead));
    tick();
    const timer = window.setInterval(tick, TICK_MS);
    return () => window.clearInterval(timer);
  }, [ends, server]);
  return Math.max(0, Math.ceil(left / 1000));
}

/** Seconds as minutes and seconds: "04:05". */
export const minutesAndSeconds = (seconds: number): string => `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
