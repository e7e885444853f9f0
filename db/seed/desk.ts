import type { WriteLetter } from "../../app/domain/awards/letters/letter";
import type { Solve as SolvePlan } from "../../app/domain/awards/panel/compute";
import type { Solve } from "../../app/domain/coaching/allotment/compute";
import { loadActor } from "../../app/domain/identity/queries";
import { visitor } from "../../app/domain/kernel/actor";
import type { Ctx } from "../../app/domain/kernel/context";
import type { Store } from "../../app/domain/kernel/store";
import { after, days, minutes } from "../../app/domain/kernel/time";
import type { Drawings } from "./seed-entry-files";
import type { CampusSlug, IdeaSlug, LeafCode, OrganisationSlug, PersonSlug } from "./demo/types";

/** Makes the next id of a moment; ids of one moment keep their order. */
export type NewIdAt = (at: Date) => string;

/** The campus of the demo opened this many days ago; everybody was there from the beginning. */
export const OPENED_DAYS_AGO = 800;

/** What the steps of seeding share: where they write, the present, and the ids of what is there already. */
export interface Desk {
  readonly store: Store;
  readonly now: Date;
  readonly newIdAt: NewIdAt;
  /** One hash for everybody: hashing is slow by design. */
  readonly passwordHash: string;
  /** Finds the best allotment of coaches. */
  readonly allot: Solve;
  /** Finds the best plan of a jury. */
  readonly optimise: SolvePlan;
  /** Puts what a jury tells a team in words. */
  readonly writeLetter: WriteLetter;
  /** Drawings of entries, put away already. */
  readonly drawings: Drawings;
  readonly campuses: Map<CampusSlug, string>;
  readonly people: Map<PersonSlug, string>;
  readonly organisations: Map<OrganisationSlug, string>;
  readonly ideas: Map<IdeaSlug, string>;
  readonly resources: Map<LeafCode, string>;
}

/** The id of something made before. Throws when it was not, which is a fault in the data or in the order of the steps. */
export function idOf<Slug extends string>(made: ReadonlyMap<Slug, string>, slug: Slug): string {
  const id = made.get(slug);
  if (id === undefined) throw new Error(`seed: "${slug}" is not there yet`);
  return id;
}

/** The context of whoever sets an instance up at a moment: the command line, nobody signed in. */
export function operator(desk: Desk, at: Date): Ctx {
  return { store: desk.store, actor: visitor("nl"), now: at, newId: () => desk.newIdAt(at), via: "cli" };
}

/** The context of a person at a moment, with the roles they held then. */
export async function acting(desk: Desk, slug: PersonSlug, at: Date): Promise<Ctx> {
  return actingPerson(desk, idOf(desk.people, slug), at);
}

/** The context of a person, by id, at a moment. Throws when nobody with that id can act then. */
export async function actingPerson(desk: Desk, personId: string, at: Date): Promise<Ctx> {
  const actor = await loadActor(desk.store.db, personId, at);
  if (!actor) throw new Error(`seed: nobody to act as ${personId} at ${at.toISOString()}`);
  return { ...operator(desk, at), actor };
}

/** An instant some whole days ago at a minute of that (UTC) day; never later than now. */
export function daysAgo(desk: Desk, count: number, minuteOfDay: number): Date {
  const today = new Date(desk.now);
  today.setUTCHours(0, 0, 0, 0);
  const at = after(today, minutes(minuteOfDay) - days(count));
  return at > desk.now ? desk.now : at;
}

/** An ISO day some whole days from now. */
export function dayFromNow(desk: Desk, count: number): string {
  return after(desk.now, days(count)).toISOString().slice(0, "YYYY-MM-DD".length);
}
