import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Labels } from "#db/schema/campus";
import { vocabulary, vocabularySources, vocabularyWords } from "#db/schema/vocabulary";
import type { Locale } from "../kernel/actor";
import { prepared } from "../kernel/prepared";
import type { Db } from "../kernel/store";
import type { VocabularyEntry, WordTable } from "./vocabulary";
import { filledLabels } from "./vocabulary";

export type VocabularySource = typeof vocabularySources.$inferSelect;

/** A reading of many rows lets others go first after so many. */
const ROWS_A_READING = 250;

/** The classifications that this instance took over. Pages that name them rest on the tag "vocabulary". */
export async function vocabularySourcesOf(db: Db): Promise<VocabularySource[]> {
  return prepared(db, "campus.vocabulary", (on) => on.select().from(vocabularySources).orderBy(asc(vocabularySources.source))).execute();
}

/** The entries of a source by id, some hundreds at a time. */
export async function* entriesOf(db: Db, source: string): AsyncGenerator<VocabularyEntry[]> {
  let after = "";
  for (;;) {
    const rows = await db
      .select()
      .from(vocabulary)
      .where(and(eq(vocabulary.source, source), gt(vocabulary.id, after)))
      .orderBy(asc(vocabulary.id))
      .limit(ROWS_A_READING);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.id;
  }
}

/** The word tables of a source, by language. */
export async function wordTablesOf(db: Db, source: string): Promise<Partial<Record<Locale, WordTable>>> {
  const rows = await db
    .select({ lang: vocabularyWords.lang, words: vocabularyWords.words })
    .from(vocabularyWords)
    .where(eq(vocabularyWords.source, source))
    .orderBy(asc(vocabularyWords.id));
  const tables: Partial<Record<Locale, Record<string, Record<string, number>>>> = {};
  for (const { lang, words } of rows) Object.assign((tables[lang] ??= {}), words);
  return tables;
}

/** Labels of entries by id, English where a language lacks its own; ids that are not there are left out. */
export async function entryLabels(db: Db, ids: readonly string[]): Promise<Map<string, Labels>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: vocabulary.id, labels: vocabulary.labels })
    .from(vocabulary)
    .where(inArray(vocabulary.id, [...ids]));
  return new Map(rows.map(({ id, labels }) => [id, filledLabels(labels)]));
}
