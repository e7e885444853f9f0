import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import type { Locale } from "~/domain/kernel/actor";
import type { Catalogue } from "~/locales/translate";
import { SpeechProvider } from "~/ui/i18n";

const catalogues: Record<Locale, () => Promise<{ default: Catalogue }>> = {
  nl: () => import("./locales/nl"),
  fr: () => import("./locales/fr"),
  en: () => import("./locales/en"),
};

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
  const [{ default: catalogue }] = await Promise.all([catalogues[locale](), decodeData()]);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <SpeechProvider locale={locale} catalogue={catalogue}>
          <RemixBrowser />
        </SpeechProvider>
      </StrictMode>,
    );
  });
}

void hydrate();
