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

/** Gives the pages below their language and its texts. */
export function SpeechProvider({ locale, catalogue, children }: { locale: Locale; catalogue: Catalogue; children: ReactNode }) {
  const speech = useMemo(() => ({ locale, t: translateOf(locale, catalogue) }), [locale, catalogue]);
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
