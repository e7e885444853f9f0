import type { DomainCode, GrowthMarketCode, NeedKind, ProductionStepCode, TermCode } from "../taxonomy";
import type { IdeaSlug } from "./ideas";
import type { OrganisationSlug } from "./organisations";
import type { PersonSlug } from "./people";

export type { IdeaSlug, NeedKind, OrganisationSlug, PersonSlug };

export type Locale = "nl" | "fr" | "en";
/** One text in the three languages of the interface. */
export type Tri = { readonly nl: string; readonly fr: string; readonly en: string };

export type Audience = "pupil" | "student" | "job_seeker" | "employee" | "entrepreneur" | "teacher" | "company";
export type AgeBand = "13-15" | "16-17" | "18-25" | "26-45" | "46+";
export type Role = "learner" | "coach" | "expert" | "juror" | "company_member" | "organiser" | "admin";
export type Stage = "seed" | "seedling" | "plant" | "bloom" | "harvest";
export type Visibility = "private" | "team" | "coaches" | "campus" | "companies" | "public";
export type MatchConsent = "not" | "by_coach" | "veiled" | "open";
export type Weight = 1 | 2 | 3;
/** Monday is 1, Sunday 7 (as in Temporal). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** Venue wall time on a quarter of an hour, "08:00". */
export type WallTime = `${0 | 1 | 2}${number}:${"00" | "15" | "30" | "45"}`;
export type CampusSlug = "t2-campus" | "atelier-meuse";

/** A need or an offer: a term of the list when one fits, always in the owner's own words. */
export interface NeedSeed {
  readonly kind: NeedKind;
  readonly term?: TermCode;
  readonly words: string;
  readonly weight: Weight;
}

export interface PersonSeed {
  readonly slug: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly audience: Audience;
  readonly ageBand: AgeBand;
  /** First is the preferred one: the interface, mails and bio use it. */
  readonly languages: readonly [Locale, ...Locale[]];
  readonly bio: string;
  readonly organisation?: OrganisationSlug;
  readonly campus: CampusSlug;
  readonly offers: readonly NeedSeed[];
  readonly lookingFor: readonly NeedSeed[];
  /** Coaches only: ideas they can carry at the same time. */
  readonly coachCapacity?: number;
}

export interface OrganisationSeed {
  readonly slug: string;
  readonly name: string;
  readonly kind: "company" | "partner";
  readonly place: string;
  readonly domain: DomainCode;
  readonly lang: Locale;
  readonly description: Tri;
  /** Days ago the stay in the company lab began, and days from now it ends. */
  readonly residency?: { readonly campus: CampusSlug; readonly daysAgo: number; readonly daysAhead: number };
  readonly offers: readonly NeedSeed[];
  readonly needs: readonly NeedSeed[];
}

/** A later version: the text that replaces the pitch or the description. */
export interface IdeaEditSeed {
  readonly field: "pitch" | "description";
  readonly text: string;
  readonly daysAgo: number;
  readonly by: PersonSlug;
}

export interface IdeaCommentSeed {
  readonly by: PersonSlug;
  readonly text: string;
  readonly daysAgo: number;
}

/**
 * A pre-idea. `pitch` and `description` are the text as it was planted; `edits` follow in order of time (one new version
 * each), so what shows today is the last edit of the field, or the planted text when there is none.
 */
export interface IdeaSeed {
  readonly slug: string;
  readonly lang: Locale;
  readonly campus: CampusSlug;
  readonly title: string;
  readonly pitch: string;
  readonly description: string;
  readonly domain: DomainCode;
  readonly growthMarket?: GrowthMarketCode;
  readonly productionStep: ProductionStepCode;
  readonly stage: Stage;
  /** Where the team comes from; counts for cross-over. */
  readonly audience: readonly [Audience, ...Audience[]];
  /** First is the owner. */
  readonly team: readonly [PersonSlug, ...PersonSlug[]];
  /** The organisation of the owner, when it is a challenge. */
  readonly challengeOf?: OrganisationSlug;
  readonly visibility: Visibility;
  readonly matchConsent: MatchConsent;
  readonly plantedDaysAgo: number;
  readonly needs: readonly NeedSeed[];
  readonly offers: readonly NeedSeed[];
  readonly edits?: readonly IdeaEditSeed[];
  readonly comments?: readonly IdeaCommentSeed[];
}

/** A rectangle on the floor plan of a space, in hundredths of its width and height. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export type LeafKind = "desk" | "bench" | "room" | "machine";
export type SpaceKind = "greenhouse" | "company_lab" | "sector_lab";
export type Sector = "energy" | "electronics" | "materials" | "ict";

/** A desk, bench, room or machine that is booked as a whole. */
export interface LeafSeed {
  readonly code: string;
  readonly kind: LeafKind;
  readonly name: Tri;
  /** Persons at the same time. */
  readonly capacity: number;
  readonly inductionRequired: boolean;
  /** Minutes kept free after each booking. */
  readonly bufferMinutes: number;
  /** What it offers to matching, when the list has a word for it. */
  readonly term?: TermCode;
  readonly rect: Rect;
}

export interface SpaceSeed {
  readonly code: string;
  readonly kind: SpaceKind;
  readonly sector?: Sector;
  readonly name: Tri;
  readonly about: Tri;
  /** Audiences who may book; left out: everybody with an account. */
  readonly mayBook?: readonly Audience[];
  readonly leaves: readonly LeafSeed[];
}

export interface OpeningHours {
  readonly weekday: Weekday;
  readonly from: WallTime;
  readonly to: WallTime;
}

/** Closed on whole days: fixed dates (last day included), or a number of days from now. */
export type ClosureSeed =
  | { readonly kind: "dates"; readonly from: string; readonly to: string; readonly reason: Tri }
  | { readonly kind: "relative"; readonly dayOffset: number; readonly days: number; readonly reason: Tri };

export interface CampusSeed {
  readonly slug: CampusSlug;
  readonly name: string;
  readonly place: string;
  readonly address: string;
  readonly zone: "Europe/Brussels";
  /** First is the language of the campus. */
  readonly languages: readonly [Locale, ...Locale[]];
  readonly about: Tri;
  readonly opening: readonly OpeningHours[];
  readonly closures: readonly ClosureSeed[];
  readonly spaces: readonly SpaceSeed[];
}

export type PhaseKind = "announcement" | "submission" | "screening" | "judging" | "deliberation" | "publication";
export type CriterionKey = "problem" | "solution" | "impact" | "feasibility" | "learning" | "pitch";
export type CategoryKey = "energy-climate" | "making-robotics" | "people-care" | "young-makers";
export type EditionSlug = "t2-awards-2025" | "t2-awards-2026";

/** Days counted from now, negative is past; from is included, to is not. */
export interface PhaseSeed {
  readonly kind: PhaseKind;
  readonly fromDay: number;
  readonly toDay: number;
}

export interface LevelSeed {
  readonly level: 1 | 2 | 3 | 4;
  /** Share of the criterion in hundredths. */
  readonly points: 0 | 33 | 67 | 100;
  /** Two to four words for the tile. */
  readonly label: Tri;
  /** The evidence a juror must be able to point at. */
  readonly evidence: Tri;
}

export interface CriterionSeed {
  readonly key: CriterionKey;
  /** Weights of a rubric sum to 100. */
  readonly weight: number;
  readonly name: Tri;
  readonly question: Tri;
  readonly levels: readonly [LevelSeed, LevelSeed, LevelSeed, LevelSeed];
}

export interface CategorySeed {
  readonly key: CategoryKey;
  readonly name: Tri;
  readonly about: Tri;
  /** Left out: everybody. */
  readonly audience?: readonly Audience[];
}

/** Levels in the order of the rubric; the comment is wanted where a level is 1 or 4. */
export interface SheetSeed {
  readonly juror: PersonSlug;
  readonly state: "submitted" | "draft";
  readonly levels: readonly (1 | 2 | 3 | 4 | null)[];
  readonly comments: Partial<Record<CriterionKey, string>>;
}

export interface EntrySeed {
  readonly idea: IdeaSlug;
  readonly category: CategoryKey;
  /** The number jurors see instead of a title. */
  readonly number: number;
  readonly submittedDaysAgo: number;
  readonly state: "accepted" | "withdrawn" | "refused";
  /** Places in the category, and the prize of the public. */
  readonly prizes: readonly (1 | 2 | 3 | "audience")[];
  readonly dossier: { readonly problem: string; readonly done: string; readonly next: string };
  /** Who scores it; every sheet is of one of them, no sheet means not begun. */
  readonly assigned: readonly PersonSlug[];
  readonly sheets: readonly SheetSeed[];
}

export interface ConflictSeed {
  readonly juror: PersonSlug;
  readonly idea: IdeaSlug;
  readonly source: "declared" | "coaching" | "organisation";
  readonly hard: boolean;
}

export interface EditionSeed {
  readonly slug: EditionSlug;
  readonly campus: CampusSlug;
  readonly year: number;
  readonly name: Tri;
  readonly theme: Tri;
  readonly state: "judging" | "published";
  readonly phases: readonly PhaseSeed[];
  readonly categories: readonly CategorySeed[];
  readonly jurorsPerEntry: number;
  readonly jurors: readonly PersonSlug[];
  readonly conflicts: readonly ConflictSeed[];
  readonly entries: readonly EntrySeed[];
}

export type { AvailabilitySeed, BookedFor, BookingSeed, CoachingSessionSeed, DemoTime, InductionSeed, LeafCode } from "./types-agenda";
