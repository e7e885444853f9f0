import { useMatches } from "@remix-run/react";
import type { MessageKey } from "~/locales/translate";
import { useT } from "./i18n";

/** What a route says of itself to the document: the key of its title, or the title out of its data. */
export interface PageHandle {
  readonly title: MessageKey | ((data: unknown) => string | undefined);
}

/** The title of the page that is shown, with the name of the house behind it. */
export function usePageTitle(): string {
  const t = useT();
  const matches = useMatches();
  for (const match of [...matches].reverse()) {
    const title = (match.handle as Partial<PageHandle> | undefined)?.title;
    if (!title) continue;
    const said = typeof title === "function" ? (match.data ? title(match.data) : undefined) : t(title);
    if (said) return `${said} · Broeikas`;
  }
  return "Broeikas";
}
