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

async function hydrate(): Promise<void> {
  const locale = pageLocale();
  const { default: catalogue } = await catalogues[locale]();
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
