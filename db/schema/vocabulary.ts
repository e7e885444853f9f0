import type { Locale } from "../../app/domain/kernel/actor";
import { index, instant, int, json, table, text } from "../dialect";
import type { Labels } from "./campus";

/** Classifications of others that an instance took over, with the notice that their licence asks for. */
export const vocabularySources = table("vocabulary_sources", {
  source: text("source").primaryKey(),
  /** Digest of all entries and words: it changes when what was taken over changes. */
  version: text("version").notNull(),
  notice: text("notice").notNull(),
  occupations: int("occupations").notNull(),
  skills: int("skills").notNull(),
  importedAt: instant("imported_at").notNull(),
});

/** Their entries. People are never shown the whole list: it is for reading words, and for suggesting a few. */
export const vocabulary = table(
  "vocabulary",
  {
    id: text("id").primaryKey(),
    source: text("source").notNull(),
    kind: text("kind").$type<"occupation" | "skill">().notNull(),
    /** Empty in a language that the source lacks. */
    labels: json("labels").$type<Labels>().notNull(),
    synonyms: json("synonyms").$type<Record<Locale, string[]>>().notNull(),
    /** Sentences that describe it. */
    notes: json("notes").$type<Partial<Labels>>().notNull(),
  },
  (t) => [index("vocabulary_source").on(t.source, t.id)],
);

/** Their tables from the words of a language to English ones, a part of the words in each row. */
export const vocabularyWords = table(
  "vocabulary_words",
  {
    id: text("id").primaryKey(),
    source: text("source").notNull(),
    lang: text("lang").$type<Locale>().notNull(),
    /** Stem → English stem → weight from 0 to 1. */
    words: json("words").$type<Record<string, Record<string, number>>>().notNull(),
  },
  (t) => [index("vocabulary_words_source").on(t.source, t.id)],
);
