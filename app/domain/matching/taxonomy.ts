import type { Labels } from "../campus/campus";
import type { Term } from "../campus/queries";
import { termRowsOf } from "../campus/queries";
import type { VocabularySource } from "../campus/queries-vocabulary";
import { entriesOf, vocabularySourcesOf, wordTablesOf } from "../campus/queries-vocabulary";
import type { VocabularyEntry } from "../campus/vocabulary";
import { livingTerms } from "../campus/terms/merged";
import { filledLabels } from "../campus/vocabulary";
import type { Locale } from "../kernel/actor";
import { sha256 } from "../kernel/audit";
import type { Db } from "../kernel/store";
import { minutes } from "../kernel/time";
import type { WordTable } from "./bridge";
import type { LexiconTerm } from "./lexicon";
import { lexiconInSlices } from "./lexicon";
import type { Making } from "./slices";
import { inTurns, pause } from "./slices";
import type { TermShelf } from "./suggest-terms";
import { shelfInSlices } from "./suggest-terms";
import type { Lexicon } from "./text";

/** The taxonomy as matching uses it: the terms of this instance and, when one was taken over, the entries of a classification. */
export interface Taxonomy {
  readonly lexicon: Lexicon;
  /** By id, English where a language lacks its own. */
  readonly labels: ReadonlyMap<string, Labels>;
  /** Place of each step in the production cycle, by id. */
  readonly steps: ReadonlyMap<string, number>;
  /** What can be suggested while somebody types. */
  readonly shelf: TermShelf;
}

/** What a taxonomy is made of. */
export interface TaxonomyParts {
  /** Those that were merged are synonyms of what they were merged into, and lead to its names. */
  readonly terms: readonly Term[];
  readonly entries: readonly VocabularyEntry[];
  readonly tables: Readonly<Partial<Record<Locale, WordTable>>>;
}

const KEPT_MS = minutes(1);
const kept = new WeakMap<Db, { readonly at: number; readonly taxonomy: Promise<Taxonomy> }>();

/** Made from the same terms a taxonomy is the same one, whatever the handle it was read by: making it takes a hundred times as long as reading it. */
const made = new Map<string, Promise<Taxonomy>>();
const MADE_MAX = 3;

/** An entry as a term of the lexicon. The terms of a command that reads the list from files are the same. */
export function entryTerm({ id, labels, synonyms, notes }: VocabularyEntry): LexiconTerm {
  return { id, parentId: null, labels, synonyms, notes };
}

/**
 * The lexicon of our terms and of the occupations among the entries, which is what words are read with. Skills are left out: they name
 * so many everyday words that fewer partners are found with them (docs/matching.md).
 */
export function* lexiconOf({ terms: rows, entries, tables }: TaxonomyParts): Making<Lexicon> {
  const terms = livingTerms(rows);
  const occupations = entries.filter(({ kind }) => kind === "occupation").sort((a, b) => (a.id < b.id ? -1 : 1));
  return yield* lexiconInSlices([...terms, ...occupations.map(entryTerm)], { tables });
}

function* taxonomyInSlices(parts: TaxonomyParts): Making<Taxonomy> {
  const { entries } = parts;
  const terms = livingTerms(parts.terms);
  const steps = terms.filter(({ kind }) => kind === "production_step");
  const lexicon = yield* lexiconOf(parts);
  const labels = new Map([...terms, ...entries].map((one) => [one.id, filledLabels(one.labels)]));
  for (const { id, mergedInto } of parts.terms) {
    const label = mergedInto === null ? undefined : labels.get(mergedInto);
    if (label) labels.set(id, label);
  }
  const offered = terms.filter(({ retiredAt }) => retiredAt === null);
  return {
    lexicon,
    labels,
    steps: new Map(steps.map(({ id }, place) => [id, place])),
    shelf: yield* shelfInSlices(offered, entries),
  };
}

async function make(db: Db, terms: readonly Term[], sources: readonly VocabularySource[]): Promise<Taxonomy> {
  const entries: VocabularyEntry[] = [];
  const tables: Partial<Record<Locale, WordTable>> = {};
  for (const { source } of sources) {
    for await (const some of entriesOf(db, source)) {
      entries.push(...some);
      await pause();
    }
    Object.assign(tables, await wordTablesOf(db, source));
  }
  return inTurns(taxonomyInSlices({ terms, entries, tables }));
}

function keep(db: Db, at: Date, taxonomy: Promise<Taxonomy>): Promise<Taxonomy> {
  const one = { at: at.getTime(), taxonomy };
  kept.set(db, one);
  taxonomy.catch(() => kept.get(db) === one && kept.delete(db));
  return taxonomy;
}

/** The taxonomy as the database has it now, made or being made; `slow` when it holds a classification, which takes some seconds. */
async function present(db: Db): Promise<{ readonly taxonomy: Promise<Taxonomy>; readonly slow: boolean }> {
  const terms = await termRowsOf(db);
  const sources = await vocabularySourcesOf(db);
  const key = sha256(JSON.stringify([terms, sources.map(({ source, version }) => [source, version])]));
  const known = made.get(key);
  if (known) return { taxonomy: known, slow: false };
  const making = make(db, terms, sources);
  const [oldest] = made.keys();
  if (oldest !== undefined && made.size >= MADE_MAX) made.delete(oldest);
  made.set(key, making);
  making.catch(() => made.delete(key));
  return { taxonomy: making, slow: sources.length > 0 };
}

/**
 * The taxonomy, read at most once a minute and handle, and made ready anew only when its terms changed: a few times a year. While a new
 * one with a classification is being made, a few milliseconds at a time, the one before goes on serving.
 */
export async function taxonomyOf(db: Db, now: Date): Promise<Taxonomy> {
  const known = kept.get(db);
  // Requests overtake each other: one that came in before the reading may use it as well.
  if (known && Math.abs(now.getTime() - known.at) < KEPT_MS) return known.taxonomy;
  if (!known) return keep(db, now, newestTaxonomy(db));
  const { taxonomy, slow } = await present(db);
  if (!slow) return keep(db, now, taxonomy);
  taxonomy.then(
    () => keep(db, now, taxonomy),
    () => kept.delete(db),
  );
  return keep(db, now, known.taxonomy);
}

/** The taxonomy as the database has it now, however long making it takes. */
export async function newestTaxonomy(db: Db): Promise<Taxonomy> {
  return (await present(db)).taxonomy;
}
