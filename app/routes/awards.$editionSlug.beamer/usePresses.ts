import { useCallback, useEffect, useRef, useState } from "react";
import type { BeamerStage } from "~/domain/awards/ceremony/stage";
import { stageIn, useStage } from "~/ui/awards/useStage";

export type Press = "start" | "next" | "back" | "black" | "light" | "restart" | "more" | "end";

/** While a vote is open the number of ballots is asked for this often. */
const BALLOTS_MS = 3_000;

/** What presenters and keyboards send. Escape makes the screen black, and light again; `b` and `.` do too, as presenters have them. */
const KEYS: Readonly<Record<string, "next" | "back" | "dark" | "restart">> = {
  ArrowRight: "next",
  ArrowDown: "next",
  PageDown: "next",
  " ": "next",
  Enter: "next",
  ArrowLeft: "back",
  ArrowUp: "back",
  PageUp: "back",
  Escape: "dark",
  b: "dark",
  ".": "dark",
  t: "restart",
};

/** Moving between slides that were shown, while the server cannot be reached. */
interface Alone {
  readonly at: number;
  readonly black: boolean;
}

/**
 * Moves the show from the screen. A press goes to the server and its answer is what is shown, so that all screens agree; without a network
 * presses go to and fro between the slides that were shown already, until the server is heard again.
 */
export function usePresses(slug: string, first: BeamerStage) {
  const [voting, setVoting] = useState(first.slide?.vote?.state === "open");
  const { stage, setStage, lost, setLost } = useStage(slug, `/awards/${slug}/show`, first, voting ? BALLOTS_MS : null);
  const [said, setSaid] = useState<string | null>(null);
  const [alone, setAlone] = useState<Alone | null>(null);
  const now = useRef({ stage, queue: Promise.resolve() });
  now.current.stage = stage;
  useEffect(() => setVoting(stage.slide?.vote?.state === "open"), [stage]);
  useEffect(() => {
    if (!lost) setAlone(null);
  }, [lost, stage]);

  const press = useCallback(
    (intent: Press): void => {
      const send = async (): Promise<void> => {
        const { position } = now.current.stage;
        const form = new URLSearchParams({ intent, step: String(position.step), ...(position.itemId ? { itemId: position.itemId } : {}) });
        try {
          const answer = await fetch(`/awards/${slug}/show`, { method: "POST", body: form });
          const told = await stageIn<{ stage: BeamerStage; said: string | null }>(answer);
          if (!told) return setLost(true);
          now.current.stage = told.stage;
          setStage(told.stage);
          setSaid(told.said);
          setLost(false);
        } catch {
          setLost(true);
          setAlone((was) => apart(now.current.stage, was, intent));
        }
      };
      // One after another: each press is made from where the one before it led.
      now.current.queue = now.current.queue.then(send);
    },
    [slug, setStage, setLost],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const key = KEYS[event.key];
      if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      const onControl = event.target instanceof Element && event.target.closest("a, button, input, select, textarea, summary") !== null;
      if (onControl && (event.key === " " || event.key === "Enter")) return;
      event.preventDefault();
      const { state, black } = now.current.stage;
      if (key === "dark") press(black ? "light" : "black");
      else if (state === "before" && key === "next") press("start");
      else if (state === "running") press(key);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [press]);

  const slide = alone ? (stage.history[alone.at] ?? null) : stage.slide;
  return { stage, slide, black: alone ? alone.black : stage.black, lost, said, press };
}

/** Where a press leads without a server: to what was shown, and no further. */
function apart({ history, position, black }: BeamerStage, was: Alone | null, intent: Press): Alone {
  const { at, black: dark } = was ?? { at: history.findIndex(({ id }) => id === position.itemId), black };
  if (intent === "black" || intent === "light") return { at, black: !dark };
  const to = at + (intent === "next" ? 1 : intent === "back" ? -1 : 0);
  return { at: Math.min(Math.max(to, 0), history.length - 1), black: false };
}
