import { useFetcher } from "@remix-run/react";
import type { FormEvent } from "react";
import { useCallback, useEffect, useRef, useState } from "react";

const QUIET_MS = 900;
/** How long after a save that did not arrive it is tried again. */
const RETRY_MS = 10_000;

/** What an autosave answers. */
export interface Saved {
  readonly saved?: { readonly draftId: string; readonly revision: number; readonly at: string };
  /** It did not reach the server. */
  readonly lost?: boolean;
}
interface Draft {
  readonly draftId: string;
  readonly revision: number;
}
export type SaveState = { readonly kind: "idle" | "saving" | "failed" | "refused" } | { readonly kind: "saved"; readonly at: string };

/**
 * Saves a form in the background a moment after the last key, one save at a time. Put `onInput` and `onSubmit` on the form;
 * `draft` tells where the server keeps it, for the hidden fields of the next save and of the real one.
 */
export function useAutosave(action: string, first: Draft | null) {
  const fetcher = useFetcher<Saved>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const unsaved = useRef<HTMLFormElement | null>(null);
  const sent = useRef<HTMLFormElement | null>(null);
  const late = useRef(false);
  const waiting = useRef<{ form: HTMLFormElement; submitter: HTMLElement | null } | null>(null);
  const { data, state, submit } = fetcher;
  const busy = state !== "idle";
  const send = useCallback(() => {
    const form = unsaved.current;
    late.current = busy;
    if (busy || !form?.isConnected || !navigator.onLine) return;
    unsaved.current = null;
    sent.current = form;
    const body = new FormData(form);
    // A file goes with the form itself, when it is chosen or with the next button.
    for (const [name, value] of [...body]) if (typeof value !== "string") body.delete(name);
    body.set("intent", "autosave");
    submit(body, { method: "post", action });
  }, [action, busy, submit]);
  const offline = useOffline(send);
  useEffect(() => () => clearTimeout(timer.current), []);
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
    if (busy) return;
    const { current: held } = waiting;
    waiting.current = null;
    if (held?.form.isConnected) held.form.requestSubmit(held.submitter);
    else if (late.current) send();
  }, [busy, send]);
  useEffect(() => {
    if (!data?.lost) return;
    // What did not arrive is sent again, whether or not somebody goes on typing.
    unsaved.current ??= sent.current;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), RETRY_MS);
  }, [data]);
  const onInput = useCallback((event: FormEvent<HTMLFormElement>) => {
    unsaved.current = event.currentTarget;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), QUIET_MS);
  }, []);
  const onSubmit = useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      clearTimeout(timer.current);
      // Without a connection it does not arrive; it is then kept as soon as there is one.
      unsaved.current = navigator.onLine ? null : event.currentTarget;
      if (!busy) return;
      // The answer to the save under way carries the revision that the real one must name.
      event.preventDefault();
      waiting.current = { form: event.currentTarget, submitter: (event.nativeEvent as SubmitEvent).submitter };
    },
    [busy],
  );
  return { onInput, onSubmit, draft: newest(first, data?.saved), saveState: stateOf(offline, busy, data) };
}

/** Whether the browser has no connection; `onBack` runs when it has one again. */
function useOffline(onBack: () => void): boolean {
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    const onOffline = (): void => setOffline(true);
    const onOnline = (): void => {
      setOffline(false);
      onBack();
    };
    window.addEventListener("offline", onOffline);
    window.addEventListener("online", onOnline);
    return () => {
      window.removeEventListener("offline", onOffline);
      window.removeEventListener("online", onOnline);
    };
  }, [onBack]);
  return offline;
}

/** Where the draft stands: as the page was loaded, or as it was saved since. */
function newest(loaded: Draft | null, saved: Draft | undefined): Draft | null {
  if (!saved) return loaded;
  return loaded === null || (loaded.draftId === saved.draftId && loaded.revision < saved.revision) ? saved : loaded;
}

function stateOf(offline: boolean, busy: boolean, data: Saved | undefined): SaveState {
  if (offline) return { kind: "failed" };
  if (busy) return { kind: "saving" };
  if (data === undefined) return { kind: "idle" };
  if (data.lost) return { kind: "failed" };
  return data.saved ? { kind: "saved", at: data.saved.at } : { kind: "refused" };
}
