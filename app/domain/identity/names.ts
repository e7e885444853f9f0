import { isMinor } from "./person";
import type { Actor } from "../kernel/actor";
import { isPerson } from "../kernel/actor";

/** Somebody whose name may be shown beside an idea. */
export interface Nameable {
  readonly personId: string;
  readonly name: string;
  readonly ageBand: string;
  /** Visibility of their profile; null when they have none. */
  readonly profile: string | null;
}
export interface ShownPerson {
  readonly personId: string;
  readonly name: string;
}

/**
 * The person, or null when the actor may not know who it is. A team and the people of a campus know each other. Companies of the
 * campus are told of adults who opened their profile to it, everybody else of adults whose profile is public; never of minors.
 */
export function shownPerson(actor: Actor, idea: { campusId: string; membership: unknown }, person: Nameable | null): ShownPerson | null {
  if (person === null || person.name === "") return null;
  return mayName(actor, idea, person) ? { personId: person.personId, name: person.name } : null;
}

function mayName(actor: Actor, idea: { campusId: string; membership: unknown }, person: Nameable): boolean {
  const { campusId } = idea;
  if (isPerson(actor)) {
    if (actor.personId === person.personId || idea.membership !== null) return true;
    if (actor.keys.includes(`campus:${campusId}`) || actor.keys.includes(`coaches:${campusId}`)) return true;
  }
  if (isMinor(person.ageBand)) return false;
  if (person.profile === "public") return true;
  return person.profile === "campus" && actor.keys.includes(`companies:${campusId}`);
}
