import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { editions, entries, entryVersions } from "#db/schema/awards";
import { entryLetters } from "#db/schema/awards-publish";
import { decisions } from "#db/schema/awards-result";
import { ideaMembers } from "#db/schema/ideas";
import type { View } from "../../ideas/visible";
import { isId } from "../../ideas/visible";
import type { Locale } from "../../kernel/actor";
import type { Db } from "../../kernel/store";
import type { Place } from "../edition";
import { isDeciding, placeOf } from "../edition";
import { editionToOversee } from "../load";
import type { EditionCard } from "../view-cards";
import { editionCard } from "../view-cards";
import { tellsPlace } from "./facts";
import type { LetterState } from "./letter";

/** An entry with its letter, in the outbox. */
export interface OutboxLetter {
  readonly entryId: string;
  readonly number: number;
  readonly title: string;
  readonly lang: Locale;
  /** What was decided for it; null without a prize. */
  readonly place: Place | null;
  /** Null until it is drafted. */
  readonly letter: {
    readonly state: LetterState;
    readonly body: string;
    readonly lang: Locale;
    readonly revision: number;
    readonly edited: boolean;
    readonly updatedAt: Date;
    readonly sentAt: Date | null;
  } | null;
}
export interface LetterCounts {
  readonly draft: number;
  readonly checked: number;
  readonly held: number;
  readonly sent: number;
  /** Entries without a letter. */
  readonly missing: number;
}
export interface LetterOutbox {
  readonly edition: EditionCard;
  readonly tellsPlace: boolean;
  /** From deliberation on. */
  readonly open: boolean;
  readonly counts: LetterCounts;
  readonly letters: readonly OutboxLetter[];
}

/** All letters of an edition, by the number of the entry; for its organisers ("not_found" for all others). Four statements. */
export async function letterOutbox({ db, actor }: View, slug: string, now: Date): Promise<LetterOutbox> {
  const edition = await editionToOversee(db, actor, slug, now);
  const letters = await lettersIn(db, edition.id);
  return {
    edition: editionCard(edition),
    tellsPlace: await tellsPlace(db, edition.id),
    open: isDeciding(edition.phase.kind),
    counts: countsOf(letters),
    letters,
  };
}

/** How the letters of an edition stand, for the page that publishes: without their texts. For organisers: ask with an edition they run. */
export async function letterCounts(db: Db, editionId: string): Promise<LetterCounts> {
  return countsOf(
    await db
      .select({ letter: { state: entryLetters.state, sentAt: entryLetters.sentAt } })
      .from(entries)
      .leftJoin(entryLetters, eq(entryLetters.entryId, entries.id))
      .where(and(eq(entries.editionId, editionId), eq(entries.state, "submitted"))),
  );
}

type Counted = { readonly letter: { readonly state: LetterState; readonly sentAt: Date | null } | null };

function countsOf(letters: readonly Counted[]): LetterCounts {
  const count = (wanted: (letter: Counted["letter"]) => boolean): number => letters.filter(({ letter }) => wanted(letter)).length;
  const open = (state: LetterState) => count((letter) => letter?.state === state && letter.sentAt === null);
  return {
    draft: open("draft"),
    checked: open("checked"),
    held: open("held"),
    sent: count((letter) => letter !== null && letter.sentAt !== null),
    missing: count((letter) => letter === null),
  };
}

async function lettersIn(db: Db, editionId: string): Promise<OutboxLetter[]> {
  const rows = await db
    .select({ entryId: entries.id, number: entries.number, content: entryVersions.content, place: decisions.place, letter: entryLetters })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .leftJoin(entryLetters, eq(entryLetters.entryId, entries.id))
    .leftJoin(decisions, eq(decisions.entryId, entries.id))
    .where(and(eq(entries.editionId, editionId), eq(entries.state, "submitted")))
    .orderBy(asc(entries.number));
  return rows.map(({ entryId, number, content, place, letter }) => ({
    entryId,
    number,
    title: content.title,
    lang: content.lang,
    place: place === null ? null : placeOf(place),
    letter: letter && {
      state: letter.state,
      body: letter.body,
      lang: letter.lang,
      revision: letter.revision,
      edited: letter.editedBy !== null,
      updatedAt: letter.updatedAt,
      sentAt: letter.sentAt,
    },
  }));
}

/** A letter as its team reads it. */
export interface SentLetter {
  readonly body: string;
  readonly lang: Locale;
  readonly sentAt: Date;
}

/** The condition that a letter exists for its team: sent, not hidden since, and the results are public. The one place where it is asked. */
export const isOut = and(eq(entryLetters.state, "checked"), isNotNull(entryLetters.sentAt), isNotNull(editions.publishedAt));

/** The letter of an entry, for its team now; null for everybody else, and before it is sent. */
export async function sentLetter(
  { db, actor }: { readonly db: Db; readonly actor: { readonly personId: string | null } },
  entryId: string,
): Promise<SentLetter | null> {
  if (actor.personId === null || !isId(entryId)) return null;
  const [row] = await db
    .select({ body: entryLetters.body, lang: entryLetters.lang, sentAt: entryLetters.sentAt })
    .from(entryLetters)
    .innerJoin(editions, eq(editions.id, entryLetters.editionId))
    .innerJoin(entries, eq(entries.id, entryLetters.entryId))
    .innerJoin(
      ideaMembers,
      and(eq(ideaMembers.ideaId, entries.ideaId), eq(ideaMembers.personId, actor.personId), isNull(ideaMembers.until)),
    )
    .where(and(eq(entryLetters.entryId, entryId), isOut, sql`${entryLetters.body} <> ''`));
  return row?.sentAt ? { body: row.body, lang: row.lang, sentAt: row.sentAt } : null;
}
