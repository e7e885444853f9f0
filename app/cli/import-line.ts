import { z } from "zod";
import type { Term } from "~/domain/campus/queries";
import type { IdeaContent, Stage, WordInput, WordKind } from "~/domain/ideas/idea";
import { DESCRIPTION_MAX, PITCH_MAX, STAGES, TITLE_STORED_MAX, WORD_KINDS, WORDS_MAX, WORDS_PER_LIST_MAX } from "~/domain/ideas/idea";
import { LOCALES } from "~/domain/kernel/actor";
import { clean, fold } from "~/domain/kernel/text";

/** What a line of an import says, checked, with its terms found. */
export interface ImportLine {
  readonly externalId: string;
  readonly content: IdeaContent;
  readonly stage?: Stage;
  readonly kind?: "idea" | "challenge";
  readonly fields: Readonly<Record<string, unknown>>;
}

const EXTERNAL_ID_MAX = 120;

const line = (max: number) =>
  z
    .string("must be text")
    .transform((text) => clean(text).replace(/\s+/g, " "))
    .pipe(z.string().min(1, "is empty").max(max, `is longer than ${max} characters`));
const text = (max: number) =>
  z
    .string("must be text")
    .transform(clean)
    .pipe(z.string().max(max, `is longer than ${max} characters`));
const choice = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, `must be one of ${values.join(", ")}`);
/** A list, or in a table one text with semicolons or bars between its parts. */
const list = <T extends z.ZodType>(of: T) =>
  z.preprocess(
    (value) =>
      typeof value === "string"
        ? value
            .split(/[;|]/)
            .map((part) => part.trim())
            .filter((part) => part !== "")
        : value,
    z.array(of, "must be a list"),
  );

const word = z.union(
  [
    z.object({
      kind: choice(WORD_KINDS).optional(),
      term: z.string().optional(),
      words: z.string().default(""),
      weight: z.union([z.literal(1), z.literal(2), z.literal(3)], "must be 1, 2 or 3").default(2),
    }),
    z.string().transform((typed) => {
      const [kind, words] = /^(\w+)\s*:\s*(.+)$/s.exec(typed)?.slice(1) ?? [];
      const known = WORD_KINDS.find((one) => one === kind);
      return { kind: known, term: undefined, words: known && words !== undefined ? words : typed, weight: 2 as const };
    }),
  ],
  "must be a list of words, each with a kind",
);

const shape = z.object({
  externalId: z.union([z.string(), z.number().int()], "is missing").transform(String).pipe(line(EXTERNAL_ID_MAX)),
  lang: choice(LOCALES),
  title: z.string("is missing").pipe(line(TITLE_STORED_MAX)),
  pitch: text(PITCH_MAX).optional(),
  description: text(DESCRIPTION_MAX).optional(),
  theme: z.string("must be text").optional(),
  themes: list(z.string()).optional(),
  place: z.union([z.string(), z.number()], "must be text").transform(String).optional(),
  stage: choice(STAGES).optional(),
  kind: choice(["idea", "challenge"]).optional(),
  domain: z.string("must be text").optional(),
  domains: list(z.string()).optional(),
  growthMarket: z.string("must be text").optional(),
  productionStep: z.string("must be text").optional(),
  needs: list(word)
    .pipe(z.array(z.any()).max(WORDS_PER_LIST_MAX, `has more than ${WORDS_PER_LIST_MAX}`))
    .optional(),
  offers: list(word)
    .pipe(z.array(z.any()).max(WORDS_PER_LIST_MAX, `has more than ${WORDS_PER_LIST_MAX}`))
    .optional(),
});
type Parsed = z.output<typeof shape>;
type Word = z.output<typeof word>;

/** Fields with a place of their own in an idea; everything else is kept beside it, themes and place too. */
const PLACED = new Set([
  "externalId",
  "lang",
  "title",
  "pitch",
  "description",
  "stage",
  "kind",
  "domain",
  "growthMarket",
  "productionStep",
  "needs",
  "offers",
]);

/** The terms an import may name, by code and by label in any language. */
export type TermBook = (kinds: readonly string[], name: string) => Term | undefined;

/** Makes a book of terms out of the taxonomy. */
export function termBook(terms: readonly Term[]): TermBook {
  const byName = new Map<string, Term[]>();
  for (const term of terms) {
    for (const name of new Set([term.code, ...LOCALES.map((lang) => term.labels[lang])].map(fold)))
      byName.set(name, [...(byName.get(name) ?? []), term]);
  }
  return (kinds, name) => byName.get(fold(name))?.find((term) => kinds.includes(term.kind));
}

/** Reads a line: what it says, or everything that is wrong with it. */
export function importLine(
  value: Readonly<Record<string, unknown>>,
  book: TermBook,
): ImportLine | { readonly problems: readonly string[] } {
  // In a file null and nothing mean the same.
  const given = Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));
  const result = shape.safeParse(given);
  if (!result.success) return { problems: [...new Set(result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`))] };
  const problems: string[] = [];
  const said = result.data;
  const named = (field: string, kind: string, name: string | undefined): string | null => {
    if (name === undefined || name.trim() === "") return null;
    const term = book([kind], name);
    if (!term) problems.push(`${field} "${name}" is not in the list of terms`);
    return term?.id ?? null;
  };
  const words = (field: string, rows: readonly Word[] | undefined): WordInput[] =>
    (rows ?? []).flatMap((row) => wordOf(row, book) ?? (problems.push(`${field} "${row.term ?? row.words}": ${WORD_PROBLEM}`), []));
  const content: IdeaContent = {
    lang: said.lang,
    title: said.title,
    pitch: pitchOf(said),
    description: said.description ?? "",
    domainId: named("domain", "domain", said.domain ?? said.domains?.[0]),
    growthMarketId: named("growthMarket", "growth_market", said.growthMarket),
    productionStepId: named("productionStep", "production_step", said.productionStep),
    needs: words("needs", said.needs as Word[] | undefined),
    offers: words("offers", said.offers as Word[] | undefined),
  };
  if (problems.length > 0) return { problems };
  const fields = Object.fromEntries(Object.entries(given).filter(([name]) => !PLACED.has(name)));
  const { externalId, stage, kind } = said;
  return { externalId, content, fields, ...(stage === undefined ? {} : { stage }), ...(kind === undefined ? {} : { kind }) };
}

const WORD_PROBLEM = `needs a kind (${WORD_KINDS.join(", ")}) or a term of the list, and at most ${WORDS_MAX} characters`;

function wordOf(row: Word, book: TermBook): WordInput | null {
  const term = book(["skill", "resource"], row.term ?? row.words);
  if (row.term !== undefined && !term) return null;
  const kind: WordKind | undefined = row.kind ?? WORD_KINDS.find((one) => one === term?.needKind);
  const words = clean(row.words);
  if (!kind || words.length > WORDS_MAX || (words === "" && !term)) return null;
  return { kind, termId: term?.id ?? null, words, weight: row.weight };
}

/** The pitch as given; without one, words the source has anyway: the first sentence of the description, or theme and place. Else none. */
function pitchOf({ pitch, description, theme, themes, place }: Parsed): string {
  if (pitch !== undefined && pitch !== "") return pitch;
  const first = firstSentence(description ?? "");
  return first !== ""
    ? first
    : shortened([theme ?? themes?.join(", "), place].filter((part) => part !== undefined && part.trim() !== "").join(" · "));
}

function firstSentence(description: string): string {
  const paragraph =
    description
      .split("\n")
      .find((part) => part.trim() !== "")
      ?.trim() ?? "";
  return shortened(/^.{20,}?[.!?](?=\s|$)/s.exec(paragraph)?.[0] ?? paragraph);
}

/** Cut at a word when it is too long, with dots that say so. */
function shortened(said: string): string {
  if (said.length <= PITCH_MAX) return said;
  const cut = said.slice(0, PITCH_MAX - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), PITCH_MAX / 2)).trimEnd()}…`;
}
