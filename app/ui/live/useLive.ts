import { useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/** How a page stands with its live channel. `quiet`: no stream (no JavaScript, too many pages open, or the connection is away). */
export interface LiveState {
  readonly state: "quiet" | "live" | "ended";
  /** Ids of the people who listen by the same server. */
  readonly present: readonly string[];
}

/** Least milliseconds between two questions, however much changes. */
const PAUSE_MS = 900;

/**
 * Keeps the page fresh: hears at `path` that something changed and asks for the page's data again, spread over the time the
 * server names and never faster than once in 0.9 s. `version` is that of the data shown: what it knows already is not asked again.
 */
export function useLive(path: string, version: number): LiveState {
  const { revalidate, state } = useRevalidator();
  // Asking again while a form or link is under way would begin that anew, and lose what its answer tells once.
  const going = useNavigation().state;
  const asking = state === "idle" ? going : state;
  const [live, setLive] = useState<LiveState>({ state: "quiet", present: [] });
  const ask = useRef({ revalidate, asking, version, newest: version, last: 0, timer: 0 });
  Object.assign(ask.current, { revalidate, asking, version });

  useEffect(() => {
    const now = ask.current;
    now.newest = 0;
    const due = (spread: number): void => {
      if (now.timer !== 0 || now.newest <= now.version || document.hidden) return;
      const wait = Math.max(now.last + PAUSE_MS - performance.now(), 0) + Math.random() * spread;
      now.timer = window.setTimeout(() => {
        now.timer = 0;
        if (now.newest <= now.version) return;
        now.last = performance.now();
        if (now.asking === "idle") now.revalidate();
        // Until the answer shows the newest version, it is asked for again.
        due(spread);
      }, wait);
    };
    const source = new EventSource(path);
    source.onopen = () => setLive((was) => ({ ...was, state: "live" }));
    source.onerror = () => setLive({ state: "quiet", present: [] });
    source.addEventListener("changed", ({ data }: MessageEvent<string>) => {
      const { n, spread } = JSON.parse(data) as { n: number; spread: number };
      now.newest = n;
      due(spread);
    });
    source.addEventListener("present", ({ data }: MessageEvent<string>) =>
      setLive({ state: "live", present: JSON.parse(data) as string[] }),
    );
    source.addEventListener("end", () => {
      source.close();
      setLive({ state: "ended", present: [] });
      now.revalidate();
    });
    const onShow = (): void => due(0);
    document.addEventListener("visibilitychange", onShow);
    return () => {
      source.close();
      window.clearTimeout(now.timer);
      now.timer = 0;
      document.removeEventListener("visibilitychange", onShow);
    };
  }, [path]);
  return live;
}
