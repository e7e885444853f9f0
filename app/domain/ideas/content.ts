import { inArray } from "drizzle-orm";
import type { Labels } from "#db/schema/campus";
import { terms } from "#db/schema/campus";
import { entryLabels } from "../campus/queries-vocabulary";
import { isTakenOver } from "../campus/vocabulary";
import { standIns } from "../campus/terms/stand-ins";
import { LOCALES } from "../kernel/actor";
import { sha256 } from "../kernel/audit";
import { DomainError } from "../kernel/errors";
import { stemsOf } from "../kernel/stems";
import type { Db } from "../kernel/store";
import { clean, fold } from "../kernel/text";
import type { IdeaContent, WordInput } from "./idea";
import { DESCRIPTION_MAX, NO_TERM, PITCH_MAX, TITLE_STORED_MAX, WORDS_MAX, WORDS_PER_LIST_MAX } from "./idea";

/** Content ready to be kept: cleaned, checked, and with what is computed from it. */
export interface PreparedContent {
  readonly content: IdeaContent;
  readonly canonical: string;
  readonly stems: readonly StemEntry[];
}
export interface StemEntry {
  readonly stem: string;
  readonly inTitle: boolean;
}

/**
 * The exact text a receipt vouches for: JSON on one line, without spaces, UTF-8, with the keys always in this order:
 * lang, title, pitch, description, domainId, growthMarketId, productionStepId, needs, offers; each need and offer as
 * kind, termId, words, weight. Texts are NFC with unix line ends. Anyone can make it again from what a version shows.
 */
export function canonicalText(content: IdeaContent): string {
  const word = ({ kind, termId, words, weight }: WordInput): WordInput => ({ kind, termId, words, weight });
  return JSON.stringify({
    lang: content.lang,
    title: content.title,
    pitch: content.pitch,
    description: content.description,
    domainId: content.domainId,
    growthMarketId: content.growthMarketId,
    productionStepId: content.productionStepId,
    needs: content.needs.map(word),
    offers: content.offers.map(word),
  });
}

/** SHA-256 (lower-case hex) of the salt, a line feed and the canonical text. The salt keeps short texts from being guessed. */
export function versionDigest(salt: string, canonical: string): string {
  return sha256(`${salt}\n${canonical}`);
}

/** Names two needs (or two offers) that say the same. */
export function wordKey(word: Pick<WordInput, "kind" | "termId" | "words">): string {
  return `${word.kind}|${word.termId ?? ""}|${fold(word.words)}`;
}

/**
 * Cleans and checks content before it is kept: limits hold, taxonomy terms exist, blank rows go, a row with a term but no
 * words takes the term's label. Reads only; call it before the transaction. Refuses with "invalid" and the `field`.
 */
export async function prepareContent(db: Db, raw: IdeaContent): Promise<PreparedContent> {
  const labels = await labelsOf(db, [
    raw.domainId,
    raw.growthMarketId,
    raw.productionStepId,
    ...[...raw.needs, ...raw.offers].map((word) => word.termId),
  ]);
  for (const field of ["domainId", "growthMarketId", "productionStepId"] as const) {
    const id = raw[field];
    if (id !== null && !labels.has(id)) throw new DomainError("invalid", { field });
  }
  const content: IdeaContent = {
    lang: raw.lang,
    title: limited("title", oneLine(raw.title), TITLE_STORED_MAX),
    pitch: limited("pitch", clean(raw.pitch), PITCH_MAX),
    description: limited("description", clean(raw.description), DESCRIPTION_MAX),
    domainId: raw.domainId,
    growthMarketId: raw.growthMarketId,
    productionStepId: raw.productionStepId,
    needs: cleanWords("needs", raw.needs, raw.lang, labels),
    offers: cleanWords("offers", raw.offers, raw.lang, labels),
  };
  if (content.title === "") throw new DomainError("invalid", { field: "title" });
  const now = await standIns(db, [content.domainId, content.growthMarketId]);
  const standing = [now(content.domainId), now(content.growthMarketId)];
  const extra = standing.some((id) => id !== null && !labels.has(id)) ? await labelsOf(db, standing) : labels;
  const topics = standing.flatMap((id) => (id === null ? [] : [extra.get(id)]));
  return {
    content,
    canonical: canonicalText(content),
    stems: stemEntries(
      content,
      topics.filter((label) => label !== undefined),
    ),
  };
}

/** The same checks for a loose list of needs or offers, such as those of a profile. */
export async function prepareWords(db: Db, field: string, raw: readonly WordInput[], lang: IdeaContent["lang"]): Promise<WordInput[]> {
  return cleanWords(
    field,
    raw,
    lang,
    await labelsOf(
      db,
      raw.map((word) => word.termId),
    ),
  );
}

function cleanWords(
  field: string,
  rows: readonly WordInput[],
  lang: IdeaContent["lang"],
  labels: ReadonlyMap<string, Labels>,
): WordInput[] {
  const kept = new Map<string, WordInput>();
  for (const row of rows) {
    const label = row.termId === null ? undefined : labels.get(row.termId);
    const termId = label === undefined ? wordsAlone(row.termId, field) : row.termId;
    const typed = oneLine(row.words);
    const words = typed === "" ? (label?.[lang] ?? "") : limited(field, typed, WORDS_MAX);
    const word: WordInput = { kind: row.kind, termId, words, weight: row.weight };
    if (words !== "" && !kept.has(wordKey(word))) kept.set(wordKey(word), word);
  }
  if (kept.size > WORDS_PER_LIST_MAX) throw new DomainError("too_many", { field, max: WORDS_PER_LIST_MAX });
  return [...kept.values()];
}

/** What stands for a term that is not there: nothing, or what was said of it. An entry of a list that was taken out again is forgotten. */
function wordsAlone(termId: string | null, field: string): string | null {
  if (termId === null || termId === NO_TERM) return termId;
  if (isTakenOver(termId)) return null;
  throw new DomainError("invalid", { field });
}

function oneLine(value: string): string {
  return clean(value).replace(/\s+/g, " ");
}

function limited(field: string, value: string, max: number): string {
  if (value.length > max) throw new DomainError("invalid", { field, max });
  return value;
}

async function labelsOf(db: Db, ids: readonly (string | null)[]): Promise<Map<string, Labels>> {
  const wanted = [...new Set(ids.filter((id) => id !== null && id !== NO_TERM))] as string[];
  if (wanted.length === 0) return new Map();
  const rows = await db.select({ id: terms.id, labels: terms.labels }).from(terms).where(inArray(terms.id, wanted));
  const entries = await entryLabels(db, wanted.filter(isTakenOver));
  return new Map([...rows.map((row) => [row.id, row.labels] as const), ...entries]);
}

/** What full-text search finds the idea by: its own words in its own language, and the names of its topics in all three. */
function stemEntries(content: IdeaContent, topics: readonly Labels[]): StemEntry[] {
  const inTitle = new Set(stemsOf(content.title, content.lang));
  const body = [
    content.pitch,
    content.description,
    ...content.needs.map((need) => need.words),
    ...content.offers.map((offer) => offer.words),
  ];
  const rest = new Set(stemsOf(body.join("\n"), content.lang));
  for (const labels of topics) for (const lang of LOCALES) for (const stem of stemsOf(labels[lang], lang)) rest.add(stem);
  return [
    ...[...inTitle].map((stem) => ({ stem, inTitle: true })),
    ...[...rest].filter((stem) => !inTitle.has(stem)).map((stem) => ({ stem, inTitle: false })),
  ];
}
