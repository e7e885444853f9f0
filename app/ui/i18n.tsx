import type { ReactNode } from "react";
import { createContext, useContext, useMemo } from "react";
import type { Locale } from "~/domain/kernel/actor";
import type { Catalogue, Message, Translate } from "~/locales/translate";
import { makeTranslate } from "~/locales/translate";

interface Speech {
  readonly locale: Locale;
  readonly t: Translate;
}
/** The language of the pages below, and its texts; ask by `useT`, `useLocale`, `useMessage`. */
export const SpeechContext = createContext<Speech | null>(null);

const translates = new WeakMap<Catalogue, Translate>();

/** The translate function of a catalogue, made once: on the server every page asks for it. */
function translateOf(locale: Locale, catalogue: Catalogue): Translate {
  let made = translates.get(catalogue);
  if (!made) {
    made = makeTranslate(locale, catalogue);
    translates.set(catalogue, made);
  }
  return made;
}

/**
 * A translate function that fetches further texts the first time one is missing. Who asks for it waits: React keeps the page before until
 * they are there. When they cannot be had, keys show.
 */
function growing(locale: Locale, catalogue: Catalogue, more: () => Promise<Catalogue>): Translate {
  const known = translates.get(catalogue);
  // React forgets what it did before the page was taken over: what was fetched is kept outside.
  if (known) return known;
  let t = makeTranslate(locale, catalogue);
  let complete = false;
  let coming: Promise<void> | null = null;
  const translate: Translate = (key, params) => {
    const said = t(key, params);
    if (complete || said !== key) return said;
    coming ??= more()
      .then((rest) => {
        t = makeTranslate(locale, { ...catalogue, ...rest });
      })
      .catch(() => undefined)
      .finally(() => {
        complete = true;
      });
    // React waits for a promise that a component throws.
    throw coming;
  };
  translates.set(catalogue, translate);
  return translate;
}

interface SpeechProps {
  readonly locale: Locale;
  readonly catalogue: Catalogue;
  /** Fetches the texts that are not in the catalogue; absent where it is whole. */
  readonly more?: () => Promise<Catalogue>;
  readonly children: ReactNode;
}

/** Gives the pages below their language and its texts. */
export function SpeechProvider({ locale, catalogue, more, children }: SpeechProps) {
  const speech = useMemo(
    () => ({ locale, t: more ? growing(locale, catalogue, more) : translateOf(locale, catalogue) }),
    [locale, catalogue, more],
  );
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}

function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error("no SpeechProvider above this component");
  return speech;
}

/** The translate function of the page's language. */
export function useT(): Translate {
  return useSpeech().t;
}

/** The page's language. */
export function useLocale(): Locale {
  return useSpeech().locale;
}

/** Turns messages of a reply into texts. */
export function useMessage(): (message: Message) => string {
  const { t } = useSpeech();
  return (message) => t(message.key, message.params);
}
