import { wordsSchema } from "~/domain/ideas/forms";
import type { ShownWord } from "~/domain/ideas/queries-page";
import { wordsOf } from "~/domain/ideas/queries-page";
import { setWords } from "~/domain/ideas/set-words";
import type { WebCtx } from "./ctx";
import { parseForm } from "./forms";
import type { FormReply } from "./forms";
import { recognise, termWords, withSuggestions } from "./taxonomy";

interface Owner {
  readonly ownerKind: "person" | "organisation";
  readonly ownerId: string;
}

/** Needs or offers as rows of a form. */
export const wordRows = (list: readonly ShownWord[]) =>
  list.map(({ kind, words, weight, termId }) => ({ kind, words, termId, weight: weight as 1 | 2 | 3 }));

/** What a person or organisation looks for and offers, as the form shows it. */
export async function wordsToEdit(ctx: WebCtx, { ownerKind, ownerId }: Owner) {
  const said = await wordsOf(ctx.store.db, ownerKind, ownerId);
  const lang = said.needs[0]?.lang ?? said.offers[0]?.lang ?? ctx.actor.locale;
  return {
    lang,
    needs: await withSuggestions(ctx, wordRows(said.needs), lang),
    offers: await withSuggestions(ctx, wordRows(said.offers), lang),
    words: await termWords(ctx, lang),
  };
}

/** Saves the form of `wordsToEdit`; gives what is wrong with it, or null. */
export async function saveWords(ctx: WebCtx, form: FormData, owner: Owner): Promise<FormReply | null> {
  const parsed = parseForm(form, wordsSchema);
  if (!parsed.ok) return parsed.reply;
  const { lang, needs, offers } = parsed.value;
  await setWords(ctx, { ...owner, lang, needs: await recognise(ctx, needs), offers: await recognise(ctx, offers) });
  return null;
}
