import snowball from "snowball-stemmers";
import type { Locale } from "./actor";
import { LOCALES } from "./actor";
import { fold } from "./text";

const STEMMERS = {
  nl: snowball.newStemmer("dutch"),
  fr: snowball.newStemmer("french"),
  en: snowball.newStemmer("english"),
} as const;

/** Words that carry no meaning of their own, folded. Elided forms of French (l', d', qu') are among them. */
const STOP_WORDS: Readonly<Record<Locale, ReadonlySet<string>>> = {
  nl: words(`aan al alles als altijd andere ben bij daar dan dat de der deze die dit doen door dus een eens en er ge geen haar had heb
    hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je jij jou jouw kan kunnen maar me meer men met mij mijn moet na naar
    niet niets nog nu of om omdat ons onze ook op over reeds te tegen toch toen tot u uit uw van veel voor want waren was wat we werd wie
    wij wil worden wordt ze zelf zich zij zijn zo zonder zou`),
  fr: words(`a ai au aux avec avoir c ca car ce cela ces cet cette comme d dans de des donc du elle elles en est et etait etre eu fait il ils
    j je jusqu l la le les leur leurs lui m ma mais me meme mes moi mon n ne nos notre nous on ont ou par pas plus pour qu que qui quoi s
    sa sans se ses si son sont sous sur t ta te tes toi ton tous tout toute toutes tres tu un une vos votre vous y`),
  en: words(`a about all also am an and any are as at be been but by can could did do does for from had has have he her him his how i if in
    into is it its just me more most my no nor not of on only or our out over she so some such than that the their them then there these
    they this those to too up us was we were what when where which who why will with would you your`),
};

const WORD_LENGTH_MAX = 40;
const STEM_CACHE_MAX = 30_000;
const stemCache: Readonly<Record<Locale, Map<string, string>>> = { nl: new Map(), fr: new Map(), en: new Map() };

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** The words of a text in order: runs of Unicode letters and digits, lower case, accents kept, each cut at 40 characters. */
export function tokens(text: string): string[] {
  const plain = text.normalize("NFKC").toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae");
  const found = plain.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  // By code points, so that no letter is cut in half.
  return found.map((word) => (word.length > WORD_LENGTH_MAX ? [...word].slice(0, WORD_LENGTH_MAX).join("") : word));
}

/** The stem of a word without its accents. */
function plainStem(word: string, lang: Locale): string {
  return stemOf(fold(word), lang);
}

/**
 * The stems of one word, without accents: of the word as written, and of the word without its accents. French endings
 * need the accents ("réparé" is not "repare"), and people leave them out.
 */
function formsOf(word: string, lang: Locale): string[] {
  const plain = fold(word);
  const stem = stemOf(plain, lang);
  return plain === word ? [stem] : [...new Set([stem, fold(stemOf(word, lang))])];
}

function stemOf(word: string, lang: Locale): string {
  const cache = stemCache[lang];
  const known = cache.get(word);
  if (known !== undefined) return known;
  const once = STEMMERS[lang].stem(word) || word;
  // The Dutch rules make "fiets" of "fietsen" but "fiet" of "fiets": a second turn brings both to the same.
  const stem = lang === "nl" ? STEMMERS.nl.stem(once) || once : once;
  if (cache.size >= STEM_CACHE_MAX) cache.clear();
  cache.set(word, stem);
  return stem;
}

/** Tells whether a word means nothing by itself in a language; a single letter never does. */
export function isStopWord(word: string, lang: Locale): boolean {
  const plain = fold(word);
  return /^\p{L}?$/u.test(plain) || STOP_WORDS[lang].has(plain);
}

/** The distinct stems under which a text in `lang` is found, stop-words left out. */
export function stemsOf(text: string, lang: Locale): string[] {
  return distinct(text, lang, formsOf);
}

/** One stem a word: to count how many words two texts share. All of them are among `stemsOf`. */
export function plainStemsOf(text: string, lang: Locale): string[] {
  return distinct(text, lang, (word) => [plainStem(word, lang)]);
}

function distinct(text: string, lang: Locale, forms: (word: string, lang: Locale) => string[]): string[] {
  const stems = new Set<string>();
  for (const word of new Set(tokens(text))) if (!isStopWord(word, lang)) for (const stem of forms(word, lang)) stems.add(stem);
  return [...stems];
}

/** One word of a query: a text matches when it holds any of the stems, or a stem that begins with `prefix`. */
export interface QueryTerm {
  readonly stems: readonly string[];
  readonly prefix: string | null;
}

const QUERY_LENGTH_MAX = 200;
const QUERY_TERMS_MAX = 8;
const PREFIX_LENGTH_MIN = 3;

/** The first 200 characters, without the word that the cut goes through. */
function cut(query: string): string {
  if (query.length <= QUERY_LENGTH_MAX) return query;
  const head = query.slice(0, QUERY_LENGTH_MAX);
  return head.replace(/(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}\p{M}]+$/u, "") || head;
}

/**
 * Reads what somebody typed into a search box. Each word becomes its stems in all three languages, since nobody says in
 * which language they search. Words that are stop-words in some language are skipped while others remain: "car" alone
 * still finds English cars. The word being typed (no space after it) also matches as a beginning.
 * Never throws; an empty list means that there is no word to search for. Only the first 200 characters and 8 words count.
 */
export function queryTerms(query: string): QueryTerm[] {
  const text = cut(query);
  const all = tokens(text);
  const telling = all.filter((word) => !LOCALES.some((lang) => isStopWord(word, lang)));
  const last = /[\p{L}\p{N}\p{M}]$/u.test(text) ? all.at(-1) : undefined;
  const used = [...new Set(telling.length > 0 ? telling : all)].slice(0, QUERY_TERMS_MAX);
  return used.map((word) => ({
    stems: [...new Set(LOCALES.flatMap((lang) => formsOf(word, lang)))].sort(),
    prefix: word === last && [...fold(word)].length >= PREFIX_LENGTH_MIN ? fold(word) : null,
  }));
}
