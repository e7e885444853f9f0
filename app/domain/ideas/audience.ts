import { AUDIENCE_PUBLIC } from "../kernel/actor";
import type { Status, Visibility } from "./idea";

/** Everything that decides who may find an idea. */
export interface AudienceFacts {
  readonly visibility: Visibility;
  readonly status: Status;
  readonly hidden: boolean;
  readonly campusId: string;
  /** Everybody in the team now, owners among them. */
  readonly memberIds: readonly string[];
  readonly ownerIds: readonly string[];
  /** Members of teams with which both sides agreed to see each other. */
  readonly guestIds: readonly string[];
}

/** The keys that open one rung of the ladder, besides those of the team. */
function rungKeys(visibility: Visibility, campusId: string): string[] {
  switch (visibility) {
    case "private":
    case "team":
      return [];
    case "coaches":
      return [`coaches:${campusId}`];
    case "campus":
      return [`campus:${campusId}`];
    case "companies":
      return [`campus:${campusId}`, `companies:${campusId}`];
    case "public":
      return [AUDIENCE_PUBLIC];
  }
}

/**
 * The audience keys of an idea: whoever holds one of them may find it. Coaches of a campus hold its campus key too, and
 * everybody holds the public key, so each rung opens the idea to all the people of the rung before it.
 * Guests find it whatever the rung. An idea that is hidden, archived or undone is found by its team alone; one that was
 * grafted stays where it was, for whoever has its address or comes from its graft.
 */
export function audiencesOf(facts: AudienceFacts): string[] {
  const team = facts.visibility === "private" ? facts.ownerIds : facts.memberIds;
  const closed = facts.hidden || facts.status === "archived" || facts.status === "undone";
  const people = closed ? team : [...team, ...facts.guestIds];
  const outside = closed ? [] : rungKeys(facts.visibility, facts.campusId);
  return [...new Set([...people.map((id) => `person:${id}`), ...outside])];
}
