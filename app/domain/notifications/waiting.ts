import type { Locale } from "../kernel/actor";

/** Somebody waits: for what, since when, until when. */
export interface Waiting {
  readonly id: string;
  readonly kind:
    | "interest"
    | "interest_in_me"
    | "interest_to_confirm"
    | "meeting"
    | "meeting_asked"
    | "room"
    | "action"
    | "sheet"
    | "talk_to_close"
    | "seat_offered"
    | "graft"
    | "graft_asked"
    | "invited"
    | "asked"
    | "role_invited";
  /** Title of the idea or edition, words of the action, or the address that was invited; empty when not theirs to know. */
  readonly title: string;
  readonly lang: Locale | null;
  readonly since: Date;
  /** When it ends by itself or is due; null when it does not. */
  readonly until: Date | null;
  /** The day it is due, when that has no hour. */
  readonly day: string | null;
  readonly late: boolean;
  readonly path: string;
}

/** How many of a kind are listed. */
export const WAITING_SHOWN = 30;

type Told = Pick<Waiting, "id" | "kind" | "title" | "since" | "until" | "path"> & Partial<Waiting>;

/** A waiting thing out of what is told of it: without language, day or delay unless said. */
export const waits = (told: Told): Waiting => ({ lang: null, day: null, late: false, ...told });
