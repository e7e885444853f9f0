import { useFetcher } from "@remix-run/react";
import type { FormEvent } from "react";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { whenDiscovered } from "../discover";
import type { TermsFor } from "./TermChoice";

/** What the server answers: for each row that was asked, the terms that may be meant by its words. */
interface Answer {
  readonly rows: readonly (TermsFor & { readonly name: string })[];
}

const WORDS_FIELD = /^((?:needs|offers)\[\d+\])\.words$/;
const LEAST = 3;
const QUIET_MS = 250;

/**
 * Terms for the needs and offers that are being typed: asked one at a time, so that no answer under way is cut off, and the last words
 * always get theirs. Put `onInput` around the rows; `suggested` holds what is known of each row that was typed in.
 */
export function useTermSuggestions(lang: string) {
  const { load, state, data } = useFetcher<Answer>();
  const typed = useRef(new Map<string, string>());
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const asked = useRef("");
  const wanted = useRef("");
  const waits = useRef(false);
  const ask = useCallback((): void => {
    if (wanted.current === asked.current || state !== "idle" || waits.current || !navigator.onLine) return;
    waits.current = true;
    whenDiscovered("routes/plant_.terms", () => {
      waits.current = false;
      asked.current = wanted.current;
      load(`/plant/terms?${wanted.current}`);
    });
  }, [load, state]);
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
    ask();
  }, [ask]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const onInput = useCallback(
    ({ target }: FormEvent<HTMLElement>): void => {
      const row = target instanceof HTMLInputElement ? WORDS_FIELD.exec(target.name)?.[1] : undefined;
      if (row === undefined || !(target instanceof HTMLInputElement)) return;
      typed.current.set(row, target.value.trim());
      const chosen: unknown = target.form ? new FormData(target.form).get("lang") : null;
      const query = new URLSearchParams({ lang: typeof chosen === "string" ? chosen : lang });
      for (const [name, words] of typed.current) if (words.length >= LEAST) query.append(name, words);
      wanted.current = query.toString();
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latest.current(), QUIET_MS);
    },
    [lang],
  );
  const suggested = useMemo(() => new Map((data?.rows ?? []).map((row) => [row.name, row] as const)), [data]);
  return { suggested, onInput };
}
