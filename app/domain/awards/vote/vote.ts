/** How the public votes: for one entry, or for several in order. */
export const VOTE_KINDS = ["single", "ranked"] as const;
export type VoteKind = (typeof VOTE_KINDS)[number];
/** Who may vote: whoever holds a printed code (one a seat), or whoever has an account with a verified address. */
export const ELECTORATES = ["codes", "accounts"] as const;
export type Electorate = (typeof ELECTORATES)[number];

/** The most entries a ballot ranks, and the most one may choose from. */
export const PLACES_MAX = 5;
export const CANDIDATES_MAX = 40;
/** Codes that are made in one go, and those of one vote. */
export const CODES_AT_ONCE_MAX = 300;
export const CODES_MAX = 5_000;
/** How long a vote is open, in minutes. */
export const OPEN_MINUTES = { usual: 5, most: 1_440 } as const;

/** Without signs that are taken for one another: no 0, 1, I and O. */
export const CODE_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/** Twelve signs of 32: 60 bits. */
export const CODE_LENGTH = 12;

/** `draft`: nobody saw it yet; `closed`: by hand or by its clock, and may be opened again until it is `revealed`. */
export type VoteState = "draft" | "open" | "closed" | "revealed";
export interface VoteMoments {
  readonly openedAt: Date | null;
  readonly closesAt: Date | null;
  readonly revealedAt: Date | null;
}

/** Where a vote stands at a moment, by its own moments alone. */
export function voteState({ openedAt, closesAt, revealedAt }: VoteMoments, now: Date): VoteState {
  if (revealedAt !== null) return "revealed";
  if (openedAt === null) return "draft";
  return closesAt !== null && now < closesAt ? "open" : "closed";
}

/** A code as typed or read, in the form its digest is made of; null when it cannot be one. */
export function plainCode(typed: string): string | null {
  const plain = typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return plain.length === CODE_LENGTH && [...plain].every((sign) => CODE_ALPHABET.includes(sign)) ? plain : null;
}

/** A code as it is printed: in groups of four. */
export function printedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** Ballots that say the same, and how many. */
export interface SameBallots {
  /** Ids of entries, the first choice first. */
  readonly choices: readonly string[];
  readonly count: number;
}
/** One round of counting: what each entry that is left has, and which one leaves. */
export interface CountRound {
  readonly votes: Readonly<Record<string, number>>;
  /** Null in the last round. */
  readonly out: string | null;
  /** What parted the last ones, where several had the fewest votes: an earlier round, or the lot. */
  readonly by: "votes" | "earlier" | "lot";
}
/** What came of a vote: enough to count it again, and nothing that leads to a voter. */
export interface VoteCount {
  readonly ballots: number;
  readonly choices: readonly SameBallots[];
  readonly rounds: readonly CountRound[];
  /** Every candidate, the winner first. */
  readonly order: readonly string[];
}

/** An entry one may vote for, as everybody may see it. */
export interface Candidate {
  readonly entryId: string;
  readonly number: number;
  readonly title: string;
  readonly lang: "nl" | "fr" | "en";
}

/** A vote as whoever votes sees it: never how many voted, nor for what. */
export interface BallotPaper {
  readonly voteId: string;
  readonly category: Readonly<Record<"nl" | "fr" | "en", string>> | null;
  readonly kind: VoteKind;
  readonly places: number;
  readonly electorate: Electorate;
  readonly state: Exclude<VoteState, "draft"> | "waiting";
  readonly closesAt: Date | null;
  /** Who may be chosen, in an order of the voter's own: being first on the list helps nobody. Empty before the opening. */
  readonly candidates: readonly Candidate[];
  /** What the voter chose, while that can be known. */
  readonly mine: readonly string[];
  /** Digest of the seed of the lot. */
  readonly lot: string;
}
