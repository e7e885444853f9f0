import type { Winner, WinnersPage } from "~/domain/awards/queries-public";
import { winnersPage } from "~/domain/awards/queries-public";
import type { Locale } from "~/domain/kernel/actor";
import { visitor } from "~/domain/kernel/actor";
import type { WebCtx } from "./ctx";

/** The winners of an edition as everybody sees them, whoever asks: for files and feeds. "not_found" before they are published. */
export function publicWinners(ctx: WebCtx, slug: string, locale: Locale): Promise<WinnersPage> {
  return winnersPage({ db: ctx.store.db, actor: visitor(locale) }, slug);
}

export interface WinnerRow extends Winner {
  readonly category: string;
}

/** Each winner with its category, in the order of the page. */
export function winnerRows({ categories }: WinnersPage, locale: Locale): WinnerRow[] {
  return categories.flatMap(({ name, winners }) => winners.map((winner) => ({ ...winner, category: name[locale] })));
}

/** Headers of what is public and may change or end at any moment. */
export function openFile(type: string): Record<string, string> {
  return { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "public, no-cache", "X-Content-Type-Options": "nosniff" };
}
