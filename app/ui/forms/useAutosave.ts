import { useFetcher } from "@remix-run/react";
import type { FormEvent } from "react";
import { useCallback, useEffect, useRef, useState } from "react";

const QUIET_MS = 900;

/** What an autosave answers. */
export interface Saved {
  readonly saved?: { readonly draftId: string; readonly revision: number; readonly at: string };
}
export type SaveState = { readonly kind: "idle" | "saving" | "failed" } | { readonly kind: "saved"; readonly at: string };

/**
 * Saves a form in the background a moment after the last key. Put `onInput` on the form; `draft` tells where
 * the server keeps it, for the hidden fields of the next save and of the real one.
 */
export function useAutosave(action: string, first: { draftId: string; revision: number } | null) {
  const fetcher = useFetcher<Saved>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [draft, setDraft] = useState(first);
  const [failed, setFailed] = useState(false);
  const { data, state, submit } = fetcher;
  useEffect(() => {
    if (data?.saved) setDraft({ draftId: data.saved.draftId, revision: data.saved.revision });
  }, [data]);
  useEffect(() => {
    const onOffline = (): void => setFailed(true);
    const onOnline = (): void => setFailed(false);
    window.addEventListener("offline", onOffline);
    window.addEventListener("online", onOnline);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener("offline", onOffline);
      window.removeEventListener("online", onOnline);
    };
  }, []);
  const onInput = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      const form = event.currentTarget;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        if (!form.isConnected || !navigator.onLine) return;
        const body = new FormData(form);
        body.set("intent", "autosave");
        submit(body, { method: "post", action });
      }, QUIET_MS);
    },
    [action, submit],
  );
  const saveState: SaveState = failed
    ? { kind: "failed" }
    : state !== "idle"
      ? { kind: "saving" }
      : data?.saved
        ? { kind: "saved", at: data.saved.at }
        : { kind: "idle" };
  return { onInput, draft, saveState };
}
