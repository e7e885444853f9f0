import { and, asc, eq } from "drizzle-orm";
import { entries, entryVersions } from "#db/schema/awards";
import { decisions } from "#db/schema/awards-result";
import type { Labels } from "#db/schema/campus";
import type { View } from "../../ideas/visible";
import type { PhaseKind, Place } from "../edition";
import { isDeciding, phaseKey, placeOf } from "../edition";
import { categoriesOf, editionToOversee } from "../load";
import type { EditionCard } from "../view-cards";
import { editionCard } from "../view-cards";
import type { Candidate, VoteState } from "../vote/vote";
import { voteState } from "../vote/vote";
import { votesOf } from "../vote/rows";
import type { ItemKind, Position } from "./ceremony";
import { positionAfter } from "./ceremony";
import { ceremonyOf, itemsOf, showState } from "./rows";

/** One line of the run sheet, for who runs the evening: what it is, never who wins. */
export interface SheetItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly minutes: number;
  readonly words: string;
  readonly entry: Candidate | null;
  readonly category: Labels | null;
  readonly place: Place | null;
  readonly vote: VoteState | null;
  /** For a prize: whether it was decided; for the prize of the public whether it can be counted. Null for other items. */
  readonly ready: boolean | null;
  readonly shown: boolean;
  readonly revealed: boolean;
  readonly current: boolean;
}
export interface SheetPage {
  readonly edition: EditionCard;
  readonly now: Date;
  /** Null while there is no run sheet. */
  readonly show: {
    readonly state: "before" | "running" | "over";
    readonly black: boolean;
    readonly publishes: boolean;
    readonly seed: string | null;
    readonly draws: number;
    readonly position: Position;
    readonly hasNext: boolean;
    readonly mayRewind: boolean;
  } | null;
  /** Whether no sheet can change any more; else the key of the phase that must end first. */
  readonly jury: { readonly locked: boolean; readonly phase: PhaseKind; readonly key: string };
  readonly items: readonly SheetItem[];
  readonly entries: readonly Candidate[];
  readonly categories: readonly { readonly id: string; readonly name: Labels }[];
  readonly votes: readonly { readonly id: string; readonly category: Labels | null }[];
}

/** The run sheet for its organiser; "not_found" for all others. */
export async function sheetFor({ db, actor }: View, slug: string, now: Date): Promise<SheetPage> {
  const edition = await editionToOversee(db, actor, slug, now);
  const show = await ceremonyOf(db, edition.id);
  const items = await itemsOf(db, edition.id);
  const categories = await categoriesOf(db, edition.id);
  const names = new Map(categories.map(({ id, name }) => [id, name]));
  const votes = await votesOf(db, edition.id);
  const voteById = new Map(votes.map((vote) => [vote.id, vote]));
  const rows = await db
    .select({ entryId: entries.id, number: entries.number, content: entryVersions.content })
    .from(entries)
    .innerJoin(entryVersions, and(eq(entryVersions.entryId, entries.id), eq(entryVersions.no, entries.versionNo)))
    .where(and(eq(entries.editionId, edition.id), eq(entries.state, "submitted")))
    .orderBy(asc(entries.number));
  const entered = rows.map(({ content, ...row }) => ({ ...row, title: content.title, lang: content.lang }));
  const given = await db
    .select({ categoryId: decisions.categoryId, place: decisions.place })
    .from(decisions)
    .where(eq(decisions.editionId, edition.id));
  const position = { itemId: show?.itemId ?? null, step: show?.step ?? 0 };
  const state = showState(show, now);
  return {
    edition: editionCard(edition),
    now,
    show: show && {
      state,
      black: show.black,
      publishes: show.publishes,
      seed: show.seed,
      draws: show.draws,
      position,
      hasNext: state === "running" && positionAfter(items, position, 1) !== null,
      mayRewind: show.state !== "draft" && items.every(({ revealedAt }) => revealedAt === null),
    },
    jury: { locked: isDeciding(edition.phase.kind), phase: edition.phase.kind, key: phaseKey(edition.phase) },
    items: items.map((item): SheetItem => {
      const vote = voteById.get(item.voteId ?? "");
      const category = item.categoryId ?? vote?.categoryId ?? null;
      const decided = given.some(({ categoryId, place }) => categoryId === item.categoryId && place === item.place);
      const standing = vote ? voteState(vote, now) : null;
      return {
        id: item.id,
        kind: item.kind,
        minutes: item.minutes,
        words: item.words,
        entry: entered.find(({ entryId }) => entryId === item.entryId) ?? null,
        category: category === null ? null : (names.get(category) ?? null),
        place: item.place === null ? null : placeOf(item.place),
        vote: standing,
        ready: item.kind === "prize" ? decided : item.kind === "audience" ? standing === "closed" || standing === "revealed" : null,
        shown: item.shownAt !== null,
        revealed: item.revealedAt !== null,
        current: state === "running" && item.id === position.itemId,
      };
    }),
    entries: entered,
    categories: categories.map(({ id, name }) => ({ id, name })),
    votes: votes.map(({ id, categoryId }) => ({ id, category: categoryId === null ? null : (names.get(categoryId) ?? null) })),
  };
}
