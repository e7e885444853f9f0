import { and, eq, inArray, sql } from "drizzle-orm";
import { vocabulary, vocabularySources, vocabularyWords } from "#db/schema/vocabulary";
import { LOCALES } from "../kernel/actor";
import { sha256, writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import { touchPages } from "../kernel/pages";
import type { Tx } from "../kernel/store";
import { canRunInstance } from "./policy";
import type { Vocabulary, VocabularyEntry } from "./vocabulary";

const ROWS_A_COMMIT = 200;
const WORDS_A_ROW = 500;

export interface VocabularyOutcome {
  added: number;
  updated: number;
  unchanged: number;
  /** Entries that are no longer in the source. */
  removed: number;
  /** Whether anything differs from before, its words included. */
  changed: boolean;
}
type WordsRow = typeof vocabularyWords.$inferInsert;

/**
 * Takes over a classification, 200 rows a commit: nobody reads it before the last one, which gives it a new version, and whoever used
 * an earlier one goes on with that. The same again changes nothing. By an admin or the command line. Refuses with
 * "forbidden", or "invalid" for two entries with one id or an id that does not begin with the source.
 */
export async function importVocabulary(
  ctx: Ctx,
  taken: Vocabulary,
  tell: (done: number) => void = () => undefined,
): Promise<VocabularyOutcome> {
  if (ctx.via === "web" && !canRunInstance(ctx.actor)) throw new DomainError("forbidden");
  const entries = inOrder(taken);
  const outcome: VocabularyOutcome = { added: 0, updated: 0, unchanged: 0, removed: 0, changed: false };
  for (let at = 0; at < entries.length; at += ROWS_A_COMMIT) {
    const batch = entries.slice(at, at + ROWS_A_COMMIT);
    const done = await ctx.store.tx((tx) => putEntries(tx, taken.source, batch));
    outcome.added += done.added;
    outcome.updated += done.updated;
    outcome.unchanged += batch.length - done.added - done.updated;
    tell(Math.min(entries.length, at + ROWS_A_COMMIT));
  }
  const words = wordsRows(taken);
  for (const row of words) await ctx.store.tx((tx) => putWords(tx, row));
  outcome.removed = await removeOthers(ctx, taken.source, new Set(entries.map(({ id }) => id)), new Set(words.map(({ id }) => id)));
  outcome.changed = await setVersion(ctx, taken, sha256(JSON.stringify([taken.notice, entries.map(plain), words])));
  return outcome;
}

function inOrder({ source, entries }: Vocabulary): VocabularyEntry[] {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id) || !id.startsWith(`${source}:`)) throw new DomainError("invalid", { field: "id", id });
    seen.add(id);
  }
  return [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What an entry says, always written in the same order. */
const plain = ({ id, kind, labels, synonyms, notes }: VocabularyEntry): unknown => [
  id,
  kind,
  LOCALES.map((lang) => [labels[lang], synonyms[lang], notes[lang] ?? null]),
];
const saying = (entry: VocabularyEntry): string => JSON.stringify(plain(entry));

async function putEntries(tx: Tx, source: string, batch: readonly VocabularyEntry[]): Promise<{ added: number; updated: number }> {
  const there = await tx
    .select()
    .from(vocabulary)
    .where(
      inArray(
        vocabulary.id,
        batch.map(({ id }) => id),
      ),
    );
  const known = new Map(there.map((entry) => [entry.id, saying(entry)]));
  const changed = batch.filter((entry) => known.get(entry.id) !== saying(entry));
  const added = changed.filter(({ id }) => !known.has(id)).length;
  if (changed.length === 0) return { added: 0, updated: 0 };
  await tx
    .insert(vocabulary)
    .values(changed.map(({ id, kind, labels, synonyms, notes }) => ({ id, source, kind, labels, synonyms, notes })))
    .onConflictDoUpdate({
      target: vocabulary.id,
      set: {
        kind: sql`excluded.kind`,
        labels: sql`excluded.labels`,
        synonyms: sql`excluded.synonyms`,
        notes: sql`excluded.notes`,
      },
    });
  return { added, updated: changed.length - added };
}

/** The word tables in rows of some hundreds, in the order of their words. */
function wordsRows({ source, words }: Vocabulary): WordsRow[] {
  return LOCALES.flatMap((lang) => {
    const stems = Object.entries(words[lang] ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    const rows: WordsRow[] = [];
    for (let at = 0; at < stems.length; at += WORDS_A_ROW) {
      const no = String(rows.length).padStart(5, "0");
      rows.push({ id: `${source}:${lang}:${no}`, source, lang, words: Object.fromEntries(stems.slice(at, at + WORDS_A_ROW)) });
    }
    return rows;
  });
}

async function putWords(tx: Tx, row: WordsRow): Promise<void> {
  await tx
    .insert(vocabularyWords)
    .values(row)
    .onConflictDoUpdate({ target: vocabularyWords.id, set: { words: sql`excluded.words` } });
}

/** Removes what a source no longer has; returns how many entries went. */
async function removeOthers(ctx: Ctx, source: string, ids: ReadonlySet<string>, wordIds: ReadonlySet<string>): Promise<number> {
  const { db } = ctx.store;
  const there = await db.select({ id: vocabulary.id }).from(vocabulary).where(eq(vocabulary.source, source));
  const gone = there.map(({ id }) => id).filter((id) => !ids.has(id));
  for (let at = 0; at < gone.length; at += ROWS_A_COMMIT) {
    const batch = gone.slice(at, at + ROWS_A_COMMIT);
    await ctx.store.tx((tx) => tx.delete(vocabulary).where(inArray(vocabulary.id, batch)));
  }
  const tables = await db.select({ id: vocabularyWords.id }).from(vocabularyWords).where(eq(vocabularyWords.source, source));
  const old = tables.map(({ id }) => id).filter((id) => !wordIds.has(id));
  if (old.length > 0) await ctx.store.tx((tx) => tx.delete(vocabularyWords).where(inArray(vocabularyWords.id, old)));
  return gone.length;
}

async function setVersion(ctx: Ctx, { source, notice, entries }: Vocabulary, version: string): Promise<boolean> {
  const count = (kind: VocabularyEntry["kind"]): number => entries.filter((entry) => entry.kind === kind).length;
  return ctx.store.tx(async (tx) => {
    const same = await tx
      .select({ source: vocabularySources.source })
      .from(vocabularySources)
      .where(and(eq(vocabularySources.source, source), eq(vocabularySources.version, version)));
    if (same.length > 0) return false;
    const row = { source, version, notice, occupations: count("occupation"), skills: count("skill"), importedAt: ctx.now };
    await tx.insert(vocabularySources).values(row).onConflictDoUpdate({ target: vocabularySources.source, set: row });
    await touchPages(tx, ["vocabulary"]);
    await writeAudit(tx, ctx, { action: "vocabulary.imported", subjectKind: "vocabulary", subjectId: source });
    return true;
  });
}
