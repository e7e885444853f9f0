import type { Locale } from "../kernel/actor";

/** Growth of an idea. Any stage may follow any stage. */
export const STAGES = ["seed", "seedling", "plant", "bloom", "harvest"] as const;
export type Stage = (typeof STAGES)[number];

/** Design-thinking phase of each stage. */
export const PHASE_OF_STAGE = {
  seed: "inspiration",
  seedling: "inspiration",
  plant: "ideation",
  bloom: "implementation",
  harvest: "implementation",
} as const satisfies Record<Stage, string>;
export type Phase = (typeof PHASE_OF_STAGE)[Stage];

/** What somebody has in mind, or what an organisation asks: posted and matched alike. */
export const IDEA_KINDS = ["idea", "challenge"] as const;
export type IdeaKind = (typeof IDEA_KINDS)[number];

/** What became of an idea; apart from its stage. */
export const STATUSES = ["active", "grafted", "undone", "archived"] as const;
export type Status = (typeof STATUSES)[number];

/** The visibility ladder: each rung opens the idea to all before it as well. */
export const VISIBILITIES = ["private", "team", "coaches", "campus", "companies", "public"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** How an idea may be matched, apart from who may see it. */
export const MATCH_CONSENTS = ["not", "by_coach", "veiled", "open"] as const;
export type MatchConsent = (typeof MATCH_CONSENTS)[number];

/** The five kinds of need and offer, after the elements of the ecosystem. */
export const WORD_KINDS = ["expertise", "network", "workspace", "capital", "customers"] as const;
export type WordKind = (typeof WORD_KINDS)[number];

/** The longest title the planting form takes, and the longest one kept (imported titles can be longer). */
export const TITLE_MAX = 80;
export const TITLE_STORED_MAX = 160;
export const PITCH_MAX = 280;
export const DESCRIPTION_MAX = 12_000;
export const WORDS_MAX = 80;
export const WORDS_PER_LIST_MAX = 12;
export const COMMENT_MAX = 2_000;
export const REASON_MAX = 280;
export const TEAM_INVITATIONS_OPEN_MAX = 20;

/** Where a need or offer came from: typed by a person, or proposed from the text of the idea. Copies carry `copy:ID` of their source. */
export const WORD_ORIGINS = ["typed", "text"] as const;
export type WordOrigin = (typeof WORD_ORIGINS)[number];

/** A person's place in the team of an idea. */
export const MEMBER_ROLES = ["owner", "member"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** In the place of a term's id: a person said that no term fits, and only the words count. */
export const NO_TERM = "none";

/** One need or offer as a person writes it. `termId` is that of a term, when one was picked, or `NO_TERM`. */
export interface WordInput {
  readonly kind: WordKind;
  readonly termId: string | null;
  readonly words: string;
  readonly weight: 1 | 2 | 3;
}

/** What a version of an idea says. This is what a receipt vouches for. */
export interface IdeaContent {
  readonly lang: Locale;
  readonly title: string;
  readonly pitch: string;
  readonly description: string;
  readonly domainId: string | null;
  readonly growthMarketId: string | null;
  readonly productionStepId: string | null;
  readonly needs: readonly WordInput[];
  readonly offers: readonly WordInput[];
}

/** Content that says nothing, in no language yet. */
export const BLANK_CONTENT: Omit<IdeaContent, "lang"> = {
  title: "",
  pitch: "",
  description: "",
  domainId: null,
  growthMarketId: null,
  productionStepId: null,
  needs: [],
  offers: [],
};

/** What somebody is still writing: anything may be missing. */
export interface DraftContent extends Partial<IdeaContent> {
  readonly campusId?: string;
  readonly visibility?: Visibility;
  readonly matchConsent?: MatchConsent;
  /** Whose challenge it is to be; an idea without. */
  readonly organisationId?: string;
}

/** Tells whether an idea on this rung is open to people outside its team. */
export function isOpenRung(visibility: Visibility): boolean {
  return visibility !== "private" && visibility !== "team";
}
