import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import type { Locale } from "~/domain/kernel/actor";
import type { Catalogue } from "~/locales/translate";
import { SpeechProvider } from "~/ui/i18n";

type Load = () => Promise<{ default: Catalogue }>;
const firstTexts: Record<Locale, Load> = {
  nl: () => import("./locales/nl/first"),
  fr: () => import("./locales/fr/first"),
  en: () => import("./locales/en/first"),
};
const moreTexts: Record<Locale, Load> = {
  nl: () => import("./locales/nl/more"),
  fr: () => import("./locales/fr/more"),
  en: () => import("./locales/en/more"),
};
/** Pages whose texts are all among the first. */
const FIRST_PAGES = /^\/((ideas|plant|sign-in|sign-up|about|accessibility)\/?)?$/;

function pageLocale(): Locale {
  const { lang } = document.documentElement;
  return lang === "fr" || lang === "en" ? lang : "nl";
}

/**
 * Remix decodes the data of the page in its first render, and suspends until that is done. A key pressed in that instant would make
 * React hydrate without waiting, and give up with an error (345); so the data is decoded before React comes.
 */
async function decodeData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (waiting) {
    if (waiting instanceof Promise) await waiting;
  }
}

async function hydrate(): Promise<void> {
  const locale = pageLocale();
  const more = async (): Promise<Catalogue> => (await moreTexts[locale]()).default;
  const isFirst = FIRST_PAGES.test(window.location.pathname);
  const [{ default: first }, rest] = await Promise.all([firstTexts[locale](), isFirst ? null : more(), decodeData()]);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <SpeechProvider locale={locale} catalogue={rest === null ? first : { ...first, ...rest }} more={rest === null ? more : undefined}>
          <RemixBrowser />
        </SpeechProvider>
      </StrictMode>,
    );
  });
}

void hydrate();
