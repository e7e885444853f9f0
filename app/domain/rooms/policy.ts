import type { Actor } from "../kernel/actor";
import { isPerson } from "../kernel/actor";

/** What the rules look at in a room. They are asked about rooms the actor can see; for others a room does not exist. */
export interface RoomFacts {
  /** Campuses of the sides: their coaches and organisers read along. */
  readonly campusIds: readonly string[];
  /** Positions of the sides the actor is on. */
  readonly mine: readonly number[];
  /** The actor is the coach of the session the room is of. */
  readonly leads: boolean;
  readonly closed: boolean;
}

/** Tells whether the actor is on one of the sides. */
export function isInside(facts: RoomFacts): boolean {
  return facts.mine.length > 0;
}

/** Reads along: a coach or organiser, by role, of a campus of one of the sides. Adults write to minors only where somebody can. */
export function canReadAlong(actor: Actor, facts: Pick<RoomFacts, "campusIds">): boolean {
  return isPerson(actor) && facts.campusIds.some((campusId) => actor.keys.includes(`coaches:${campusId}`));
}

/** May see that the room exists, and read it. */
export function canSeeRoom(actor: Actor, facts: RoomFacts): boolean {
  return isPerson(actor) && (isInside(facts) || canReadAlong(actor, facts));
}

/** May write, propose times and work on the board: the sides, while the room is open. */
export function canWorkIn(facts: RoomFacts): boolean {
  return isInside(facts) && !facts.closed;
}

/** May hide what somebody wrote, and show it again: coaches and organisers who read along and are on no side, or whose session it is. */
export function canModerateRoom(actor: Actor, facts: RoomFacts): boolean {
  return canReadAlong(actor, facts) && (!isInside(facts) || facts.leads);
}
