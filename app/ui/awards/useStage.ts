import { useCallback, useEffect, useRef, useState } from "react";
import type { Stage } from "~/domain/awards/ceremony/ceremony";

/** How often a page asks by itself while it hears nothing, and how long between two questions at least. */
const ASK_MS = 6_000;
const PAUSE_MS = 400;

/** What JSON makes of a stage: moments as texts. */
const MOMENTS = new Set(["now", "endsAt", "closesAt"]);
function parse<S>(text: string): S {
  return JSON.parse(text, (key, value: unknown) => (MOMENTS.has(key) && typeof value === "string" ? new Date(value) : value)) as S;
}

/** Reads an answer of the stage, or null when it is none (signed out, an error page). */
export async function stageIn<S>(answer: Response): Promise<S | null> {
  return (answer.headers.get("Content-Type") ?? "").includes("json") ? parse<S>(await answer.text()) : null;
}

/**
 * Keeps what a page shows of the ceremony fresh. Unlike a page of Remix it survives a lost network: what was shown stays, and it asks
 * again until an answer comes. `everyMs` asks that often also when nothing is heard (the number of ballots is not announced).
 */
export function useStage<S extends Stage>(slug: string, at: string, first: S, everyMs: number | null = null) {
  const [stage, setStage] = useState(first);
  const [lost, setLost] = useState(false);
  const state = useRef({ timer: 0, asking: false, again: false, last: 0, lost });
  state.current.lost = lost;
  // A page that is loaded anew, or posted to without JavaScript in between, begins from what it was sent.
  useEffect(() => setStage(first), [first]);

  const ask = useCallback(async (): Promise<void> => {
    const now = state.current;
    if (now.asking) {
      now.again = true;
      return;
    }
    now.asking = true;
    now.last = performance.now();
    try {
      const fresh = await stageIn<S>(await fetch(at, { headers: { Accept: "application/json" } }));
      if (fresh) setStage(fresh);
      setLost(fresh === null);
    } catch {
      setLost(true);
    }
    now.asking = false;
    if (now.again) {
      now.again = false;
      void ask();
    }
  }, [at]);

  useHearing(slug, ask, everyMs, state);
  return { stage, setStage, lost, setLost };
}

interface Asking {
  timer: number;
  last: number;
  lost: boolean;
}

/** Asks when the show is heard to go on, when the page is looked at again, and steadily while nothing can be heard. */
function useHearing(slug: string, ask: () => Promise<void>, everyMs: number | null, state: { readonly current: Asking }): void {
  useEffect(() => {
    const now = state.current;
    const soon = (spread: number): void => {
      window.clearTimeout(now.timer);
      const wait = Math.max(0, now.last + PAUSE_MS - performance.now()) + Math.random() * spread;
      now.timer = window.setTimeout(() => void ask(), wait);
    };
    let source: EventSource | null = null;
    const listen = (): void => {
      source = new EventSource(`/awards/${slug}/events`);
      source.addEventListener("changed", ({ data }: MessageEvent<string>) => soon((JSON.parse(data) as { spread: number }).spread));
      // A refused stream does not come back by itself.
      source.onerror = () => {
        if (source?.readyState === EventSource.CLOSED) source = null;
      };
    };
    listen();
    const steady = window.setInterval(() => {
      if (source === null) listen();
      // A stream may look open long after the network went.
      if (everyMs !== null || now.lost || source?.readyState !== EventSource.OPEN) void ask();
    }, everyMs ?? ASK_MS);
    const onShow = (): void => {
      if (!document.hidden) soon(0);
    };
    document.addEventListener("visibilitychange", onShow);
    window.addEventListener("online", onShow);
    return () => {
      source?.close();
      window.clearInterval(steady);
      window.clearTimeout(now.timer);
      document.removeEventListener("visibilitychange", onShow);
      window.removeEventListener("online", onShow);
    };
  }, [slug, ask, everyMs, state]);
}
