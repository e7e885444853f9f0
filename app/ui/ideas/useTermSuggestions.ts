import type { FormEvent } from "react";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useAsk } from "../useAsk";
import type { TermsFor } from "./TermChoice";

/** What the server answers: for each row that was asked, the terms that may be meant by its words. */
interface Answer {
  readonly rows: readonly (TermsFor & { readonly name: string })[];
}

const WORDS_FIELD = /^((?:needs|offers)\[\d+\])\.words$/;
const LEAST = 3;
const QUIET_MS = 250;
const TERMS_PATH = "/plant/terms";

/**
 * Terms for the needs and offers that are being typed. Put `onInput` around the rows; `suggested` holds what is known of each row that was typed in.
 */
export function useTermSuggestions(lang: string) {
  const { data, ask } = useAsk<Answer>(TERMS_PATH);
  const typed = useRef(new Map<string, string>());
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const onInput = useCallback(
    ({ target }: FormEvent<HTMLElement>): void => {
      const row = target instanceof HTMLInputElement ? WORDS_FIELD.exec(target.name)?.[1] : undefined;
      if (row === undefined || !(target instanceof HTMLInputElement)) return;
      typed.current.set(row, target.value.trim());
      const chosen: unknown = target.form ? new FormData(target.form).get("lang") : null;
      const query = new URLSearchParams({ lang: typeof chosen === "string" ? chosen : lang });
      for (const [name, words] of typed.current) if (words.length >= LEAST) query.append(name, words);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void ask(query.toString()), QUIET_MS);
    },
    [ask, lang],
  );
  const suggested = useMemo(() => new Map((data?.rows ?? []).map((row) => [row.name, row] as const)), [data]);
  return { suggested, onInput };
}
