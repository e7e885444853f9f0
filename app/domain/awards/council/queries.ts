import { and, asc, eq, isNull } from "drizzle-orm";
import { entries, entryVersions } from "#db/schema/awards";
import { blindRounds, entryRedactions } from "#db/schema/awards-files";
import { deliberationNotes, deliberationTurns, motions, motionVotes } from "#db/schema/awards-council";
import type { Labels } from "#db/schema/campus";
import { people } from "#db/schema/identity";
import type { View } from "../../ideas/visible";
import type { Locale } from "../../kernel/actor";
import type { Db } from "../../kernel/store";
import { copyOfBlindRound, juryTitle } from "../blind/reading";
import { discussionOrder } from "../discussion";
import { isDeciding } from "../edition";
import { categoriesOf } from "../load";
import { currentRound } from "../rounds";
import type { EditionCard } from "../view-cards";
import { editionCard } from "../view-cards";
import type { Council } from "./council";
import { councilOf, insideFor, isOutside, leads } from "./council";
import type { Choice } from "./majority";
import { quorumOf } from "./majority";
import type { MotionRow } from "./motion-rows";

export interface NoteView {
  readonly id: string;
  readonly by: string;
  readonly lang: Locale;
  readonly body: string;
  readonly at: Date;
  readonly mayRemove: boolean;
  readonly mine: boolean;
}
export interface MotionView {
  readonly id: string;
  readonly place: number;
  readonly citation: string;
  readonly state: MotionRow["state"];
  readonly at: Date;
  readonly dueAt: Date | null;
  readonly closedAt: Date | null;
  /** How many voted, of how many who may; what they voted is known once it is counted. */
  readonly voted: number;
  readonly eligible: number;
  readonly quorum: number;
  readonly count: { readonly inFavour: number; readonly against: number; readonly abstained: number; readonly short: boolean } | null;
  readonly mine: Choice | null;
  readonly mayVote: boolean;
}
/** One entry as it is talked about. Whoever is kept out of it has no such entry at all. */
export interface CouncilEntry {
  readonly entryId: string;
  readonly number: number;
  readonly title: string;
  readonly outside: readonly string[];
  readonly discussedAt: Date | null;
  readonly mayLead: boolean;
  readonly notes: readonly NoteView[];
  readonly motions: readonly MotionView[];
}
export interface CouncilPage {
  readonly edition: EditionCard;
  /** Whether something may still be done: prizes are being decided. */
  readonly open: boolean;
  readonly may: { readonly run: boolean; readonly lead: boolean };
  readonly chairId: string | null;
  readonly jurors: readonly { readonly personId: string; readonly name: string; readonly present: boolean }[];
  readonly categories: readonly { readonly code: string; readonly name: Labels; readonly entries: readonly CouncilEntry[] }[];
}

/**
 * The deliberation of an edition: entries in the order of least walking, notes, proposals and votes. For its organisers and, from
 * deliberation on, its jurors ("not_found" for all others); what a conflict of interest keeps somebody out of is not read for them.
 */
export async function councilPage(view: View, slug: string, now: Date): Promise<CouncilPage> {
  const { db, actor } = view;
  const council = await councilOf(db, { actor, now }, slug);
  const { edition, jurors, present, chairId } = council;
  const open = isDeciding(edition.phase.kind) && edition.publishedAt === null;
  const round = await currentRound(db, edition);
  const rows = (await enteredIn(db, edition.id, round.id)).filter(({ entryId }) => !isOutside(council, actor.personId, entryId));
  const about = { council, view, now, open, ...(await saidOf(db, edition.id)) };
  const entered = rows.map((row) => ({ ...row, outside: namesOutside(council, row.entryId).map(({ personId }) => personId) }));
  return {
    edition: editionCard(edition),
    open,
    may: { run: council.runs && open, lead: leads(council, actor) && open },
    chairId,
    jurors: jurors.map(({ personId, name }) => ({ personId, name, present: present.has(personId) })),
    categories: (await categoriesOf(db, edition.id)).map(({ id, code, name }) => ({
      code,
      name,
      entries: discussionOrder(entered.filter(({ categoryId }) => categoryId === id)).map((row) => entryView(row, about)),
    })),
  };
}

/** Entries that are in, by number, with their categories; with a round, the titles by which its jury knows them. */
export async function enteredIn(db: Db, editionId: string, roundId: string | null) {
  const rows = await db
    .select({
      entryId: entries.id,
      number: entries.number,
      categoryId: entries.categoryId,
      content: entryVersions.content,
      texts: entryRedactions.texts,
    })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .leftJoin(blindRounds, eq(blindRounds.roundId, roundId ?? ""))
    .leftJoin(entryRedactions, copyOfBlindRound())
    .where(and(eq(entries.editionId, editionId), eq(entries.state, "submitted")))
    .orderBy(asc(entries.number));
  return rows.map(({ content, texts, ...row }) => ({ ...row, title: juryTitle(content, texts) }));
}

async function saidOf(db: Db, editionId: string) {
  return {
    notes: await db
      .select({ note: deliberationNotes, by: people.name })
      .from(deliberationNotes)
      .innerJoin(entries, eq(entries.id, deliberationNotes.entryId))
      .innerJoin(people, eq(people.id, deliberationNotes.authorId))
      .where(and(eq(entries.editionId, editionId), isNull(deliberationNotes.removedAt)))
      .orderBy(asc(deliberationNotes.at), asc(deliberationNotes.id)),
    turns: await db
      .select({ entryId: deliberationTurns.entryId, at: deliberationTurns.at })
      .from(deliberationTurns)
      .innerJoin(entries, eq(entries.id, deliberationTurns.entryId))
      .where(eq(entries.editionId, editionId))
      .orderBy(asc(deliberationTurns.at)),
    moved: await db.select().from(motions).where(eq(motions.editionId, editionId)).orderBy(asc(motions.at), asc(motions.id)),
    votes: await db
      .select({ motionId: motionVotes.motionId, jurorId: motionVotes.jurorId, choice: motionVotes.choice })
      .from(motionVotes)
      .innerJoin(motions, eq(motions.id, motionVotes.motionId))
      .where(eq(motions.editionId, editionId)),
  };
}

interface About extends Awaited<ReturnType<typeof saidOf>> {
  readonly council: Council;
  readonly view: View;
  readonly now: Date;
  readonly open: boolean;
}

/** Jurors who step outside for an entry. */
export function namesOutside({ jurors, outside }: Pick<Council, "jurors" | "outside">, entryId: string) {
  return jurors.filter(({ personId }) => outside.get(entryId)?.has(personId));
}

function entryView({ entryId, number, title }: { entryId: string; number: number; title: string }, about: About): CouncilEntry {
  const { council, view, notes, turns, moved, open } = about;
  const me = view.actor.personId;
  return {
    entryId,
    number,
    title,
    outside: namesOutside(council, entryId).map(({ name }) => name),
    discussedAt: turns.filter((turn) => turn.entryId === entryId).at(-1)?.at ?? null,
    mayLead: open && leads(council, view.actor, entryId),
    notes: notes
      .filter(({ note }) => note.entryId === entryId)
      .map(({ note: { id, authorId, lang, body, at }, by }) => ({
        ...{ id, by, lang: lang as Locale, body, at },
        mayRemove: authorId === me || council.runs,
        mine: authorId === me,
      })),
    motions: moved.filter((motion) => motion.entryId === entryId).map((motion) => motionView(motion, about)),
  };
}

function motionView(motion: MotionRow, { council, view, votes, open, now }: About): MotionView {
  const me = view.actor.personId;
  const may = insideFor(council, motion.entryId).map(({ personId }) => personId);
  const cast = votes.filter(({ motionId, jurorId }) => motionId === motion.id && may.includes(jurorId));
  const { id, place, citation, state, at, dueAt, closedAt, inFavour, against, abstained, short } = motion;
  const voting = state === "voting" && dueAt !== null && dueAt > now;
  return {
    ...{ id, place, citation, state, at, dueAt, closedAt },
    voted: cast.length,
    eligible: may.length,
    quorum: motion.quorum ?? quorumOf(may.length),
    count: inFavour === null || against === null || abstained === null ? null : { inFavour, against, abstained, short },
    mine: cast.find(({ jurorId }) => jurorId === me)?.choice ?? null,
    mayVote: open && voting && me !== null && may.includes(me) && council.present.has(me),
  };
}
