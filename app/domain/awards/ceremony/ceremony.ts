import type { Place } from "../edition";

/** What follows on each other on the evening. */
export const ITEM_KINDS = ["welcome", "pitch", "vote", "prize", "audience", "break", "thanks"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** How many times "next" is pressed on an item: a prize is announced, then revealed; a vote is announced, opened and closed. */
export const STEPS: Readonly<Record<ItemKind, number>> = { welcome: 1, pitch: 1, vote: 3, prize: 2, audience: 2, break: 1, thanks: 1 };
/** Minutes an item takes, unless the organiser says otherwise. */
export const USUAL_MINUTES: Readonly<Record<ItemKind, number>> = {
  welcome: 5,
  pitch: 3,
  vote: 5,
  prize: 3,
  audience: 3,
  break: 15,
  thanks: 5,
};
/** Items with a clock of their own on the screen; that of a vote is the vote's. */
export const CLOCKED: readonly ItemKind[] = ["pitch", "break"];

export const ITEMS_MAX = 120;
export const ITEM_MINUTES_MAX = 240;
export const ITEM_WORDS_MAX = 120;
/** A show nobody ended is over after so many hours. */
export const SHOW_HOURS = 12;
/** Seconds before the end from which the clock warns. */
export const WARN_SECONDS = 60;

/** Where the show is: an item and its step, from 0; before the first item `itemId` is null. */
export interface Position {
  readonly itemId: string | null;
  readonly step: number;
}

/** The step on which an item is shown when it is come back to: with everything that was revealed of it. */
export function lastShown({ kind, revealedAt }: { readonly kind: ItemKind; readonly revealedAt: Date | null }): number {
  if (kind === "prize" || kind === "audience") return revealedAt === null ? 0 : 1;
  return 0;
}

interface Ordered {
  readonly id: string;
  readonly kind: ItemKind;
  readonly revealedAt: Date | null;
}

/** The position one press further or back; null where there is none. A press back never takes a reveal back. */
export function positionAfter(items: readonly Ordered[], { itemId, step }: Position, by: 1 | -1): Position | null {
  const at = items.findIndex(({ id }) => id === itemId);
  const item = items[at];
  if (by === 1) {
    if (item && step + 1 < STEPS[item.kind]) return { itemId, step: step + 1 };
    const next = items[at + 1];
    return next ? { itemId: next.id, step: lastShown(next) } : null;
  }
  if (item?.kind === "vote" && step > 0) return { itemId, step: step - 1 };
  const before = items[at - 1];
  if (before) return { itemId: before.id, step: before.kind === "vote" ? STEPS.vote - 1 : lastShown(before) };
  return itemId === null ? null : { itemId: null, step: 0 };
}

/** An entry on a slide, as everybody may read it. */
export interface ShownEntry {
  readonly entryId: string;
  readonly number: number;
  readonly title: string;
  readonly lang: "nl" | "fr" | "en";
  /** Names that may be shown to everybody, and how many of the team are not named. */
  readonly people: readonly string[];
  readonly more: number;
}
type Labels = Readonly<Record<"nl" | "fr" | "en", string>>;

/** What the screen shows, and the phones with it. */
export interface Slide {
  readonly id: string;
  readonly kind: ItemKind;
  readonly step: number;
  readonly words: string;
  readonly category: Labels | null;
  readonly place: Place | null;
  /** Who pitches, or who won, once that is revealed. */
  readonly entry: ShownEntry | null;
  readonly vote: {
    readonly state: "waiting" | "open" | "closed" | "revealed";
    readonly closesAt: Date | null;
    readonly electorate: "codes" | "accounts";
    readonly candidates: readonly { readonly entryId: string; readonly title: string; readonly lang: "nl" | "fr" | "en" }[];
    /** How many voted; told with the winner. */
    readonly ballots: number | null;
  } | null;
}

/** What a phone learns: what is on the screen now and what was revealed, and nothing of what is to come, not even how much. */
export interface Stage {
  readonly edition: { readonly slug: string; readonly name: Labels; readonly zone: string; readonly published: boolean };
  readonly state: "before" | "running" | "over";
  readonly black: boolean;
  readonly slide: Slide | null;
  readonly endsAt: Date | null;
  readonly now: Date;
  /** Whether a vote is open, on the screen or not. */
  readonly voting: boolean;
  /** Prizes that were revealed, the latest first. */
  readonly revealed: readonly Slide[];
  /** How the order of the pitches was drawn. */
  readonly drawn: { readonly seed: string; readonly draws: number } | null;
}
