import { days, minutes } from "../kernel/time";

export const ROOM_KINDS = ["match", "session"] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

/** What can stand on one side of a room. */
export const SIDE_KINDS = ["idea", "person", "organisation", "session"] as const;
export type SideKind = (typeof SIDE_KINDS)[number];
export interface SideRef {
  readonly kind: SideKind;
  readonly subjectId: string;
}

export const MEETING_STATES = ["proposed", "accepted", "declined", "withdrawn", "expired"] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** What a note can become; each keeps the note as its origin. */
export const BECAME_KINDS = ["need", "offer", "action", "idea"] as const;
export type BecameKind = (typeof BECAME_KINDS)[number];

export const MESSAGE_MAX = 2_000;
export const PLACE_MAX = 120;
export const NOTE_MAX = 280;
export const GROUP_MAX = 60;
export const NOTES_MAX = 400;
export const GROUPS_MAX = 24;
export const VOTES_EACH = [1, 2, 3, 5, 8] as const;
export const TIMER_MINUTES = [1, 3, 5, 10, 15, 20] as const;

/** Open meeting proposals of a room at a time. */
export const MEETINGS_OPEN_MAX = 8;
/** How long the other side has to answer a time, and how long before the end it is reminded (milliseconds). */
export const MEETING_OPEN = days(7);
export const MEETING_REMINDED = days(1);
/** How far ahead times are suggested, how many, and how long they are. */
export const SUGGEST_DAYS = 14;
export const SUGGESTIONS = 5;
export const MEETING_LENGTH = minutes(60);
/** Nobody is called together sooner than this. */
export const SUGGEST_AFTER = minutes(120);
/** How far ahead a time may be proposed. */
export const MEETING_AHEAD = days(60);
/** Mail of messages waits this long, so that a talk makes one mail and who reads in the meantime gets none. */
export const DIGEST_AFTER = minutes(15);

/** The tag under which open pages of a room hear of changes. */
export const roomChannel = (roomId: string): string => `room:${roomId}`;
