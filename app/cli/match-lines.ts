import { z } from "zod";
import type { Term } from "~/domain/campus/queries";
import type { WordInput } from "~/domain/ideas/idea";
import { proposeWords } from "~/domain/ideas/propose-words";
import type { Locale } from "~/domain/kernel/actor";
import { LOCALES } from "~/domain/kernel/actor";
import { dimOf } from "~/domain/matching/dim";
import type { Dim, Side } from "~/domain/matching/match";
import type { Lexicon } from "~/domain/matching/lexicon";
import { vectorOf } from "~/domain/matching/text";
import type { TermBook } from "./import-line";
import { importLine, termBook } from "./import-line";

/** A line as the model sees it, with its id as it was given. */
export interface MatchLine {
  readonly id: string | number;
  readonly side: Side;
}
export type MatchReader = (value: Readonly<Record<string, unknown>>) => MatchLine | { readonly problems: readonly string[] };

const words = z.union([z.string(), z.array(z.string())], "must be text, or a list of texts").transform((said) => [said].flat());
const free = z.object({
  id: z.union([z.string().min(1), z.number()], "is missing"),
  lang: z.enum(LOCALES, `must be one of ${LOCALES.join(", ")}`),
  offer: words.default([]),
  need: words.default([]),
});
const WEIGHT = 2;
/** Lines of one file belong to one place, where people work in every language. */
const PLACE = {
  workingLangs: LOCALES,
  campusId: "file",
  growthMarketId: null,
  step: null,
  domainId: null,
  audiences: [],
  availability: 1,
} satisfies Partial<Side>;

/** Reads lines `{id, lang, offer, need}`, and lines of `import ideas`, as if the idea were matched openly. */
export function matchReader(lexicon: Lexicon, terms: readonly Term[]): MatchReader {
  const book = termBook(terms);
  const steps = new Map(terms.filter(({ kind }) => kind === "production_step").map(({ id }, place) => [id, place]));
  return (value) => ("externalId" in value ? ideaLine(value, { lexicon, terms, book, steps }) : freeLine(value, lexicon));
}

function freeLine(value: Readonly<Record<string, unknown>>, lexicon: Lexicon): ReturnType<MatchReader> {
  const read = free.safeParse(value);
  if (!read.success) return { problems: [...new Set(read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`))] };
  const { id, lang, offer, need } = read.data;
  const dims = (list: "need" | "offer", said: readonly string[]): Dim[] =>
    said.flatMap((one, at) => {
      const written = {
        id: `${id}:${list}:${at + 1}`,
        kind: "expertise",
        termId: null,
        words: one,
        lang,
        weight: WEIGHT,
        guessed: false,
      } as const;
      return one.trim() === "" ? [] : [dimOf(lexicon, written, true)];
    });
  const gist = vectorOf(lexicon, offer.join("\n"), lang);
  return { id, side: { ...PLACE, lang, langs: [lang], gist, needs: dims("need", need), offers: dims("offer", offer) } };
}

interface Reading {
  readonly lexicon: Lexicon;
  readonly terms: readonly Term[];
  readonly book: TermBook;
  readonly steps: ReadonlyMap<string, number>;
}

function ideaLine(value: Readonly<Record<string, unknown>>, { lexicon, terms, book, steps }: Reading): ReturnType<MatchReader> {
  const read = importLine(value, book);
  if ("problems" in read) return read;
  const { externalId, content } = read;
  const { lang, title, pitch, description } = content;
  // As an import does: needs that the text asks for count as guesses while nobody said any.
  const proposed = content.needs.length === 0 ? proposeWords(terms, [title, pitch, description].join("\n"), lang) : [];
  const given = value.externalId;
  return {
    id: typeof given === "number" ? given : externalId,
    side: {
      ...PLACE,
      lang,
      langs: [lang],
      domainId: content.domainId,
      growthMarketId: content.growthMarketId,
      step: steps.get(content.productionStepId ?? "") ?? null,
      gist: vectorOf(lexicon, `${title}\n${pitch}`, lang),
      needs: dimsOf(lexicon, `${externalId}:need`, proposed.length > 0 ? proposed : content.needs, lang, proposed.length > 0),
      offers: dimsOf(lexicon, `${externalId}:offer`, content.offers, lang, false),
    },
  };
}

function dimsOf(lexicon: Lexicon, name: string, list: readonly WordInput[], lang: Locale, guessed: boolean): Dim[] {
  return list.map(({ kind, termId, words: said, weight }, at) =>
    dimOf(lexicon, { id: `${name}:${at + 1}`, kind, termId, words: said, lang, weight, guessed }, true),
  );
}
