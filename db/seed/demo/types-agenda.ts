import type { LeafCode } from "./campus";
import type { IdeaSlug } from "./ideas";
import type { OrganisationSlug } from "./organisations";
import type { PersonSlug } from "./people";
import type { CampusSlug, Locale, WallTime, Weekday } from "./types";

export type { LeafCode };

/** A weekly window in which a coach receives people, in venue time. */
export interface AvailabilitySeed {
  readonly coach: PersonSlug;
  readonly campus: CampusSlug;
  readonly weekday: Weekday;
  readonly from: WallTime;
  readonly to: WallTime;
  readonly slotMinutes: 30 | 45 | 60;
}

/**
 * Day of a demo row. `workday` counts open weekdays (Monday to Friday) from today: 0 is today, or the next weekday
 * when today is a Saturday or Sunday; −1 is the weekday before. So no demo row falls on a closed day of the week.
 */
export interface DemoTime {
  readonly workday: number;
  readonly from: WallTime;
  readonly to: WallTime;
}

export interface CoachingSessionSeed extends DemoTime {
  readonly key: string;
  readonly kind: "one_to_one" | "matchmaking" | "brainstorm" | "workshop";
  readonly coach: PersonSlug;
  readonly campus: CampusSlug;
  readonly lang: Locale;
  readonly title: string;
  readonly place: LeafCode | "online";
  readonly state: "planned" | "held" | "cancelled" | "no_show";
  /** Seats for participants, the coach not counted. */
  readonly seats: number;
  readonly people: readonly PersonSlug[];
  readonly ideas: readonly IdeaSlug[];
  readonly notes?: readonly { readonly visibility: "coach" | "team"; readonly text: string }[];
  readonly actions?: readonly { readonly owner: PersonSlug; readonly text: string; readonly dueInDays: number; readonly done: boolean }[];
}

export type BookedFor =
  { readonly kind: "idea"; readonly slug: IdeaSlug } | { readonly kind: "organisation"; readonly slug: OrganisationSlug };

export interface BookingSeed extends DemoTime {
  readonly leaf: LeafCode;
  readonly for: BookedFor;
  readonly by: PersonSlug;
  readonly purpose: string;
  readonly state: "confirmed" | "cancelled";
}

/** A machine induction a person has had. */
export interface InductionSeed {
  readonly person: PersonSlug;
  readonly leaf: LeafCode;
  readonly daysAgo: number;
  readonly validDays: number;
}
