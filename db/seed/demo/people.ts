import { LEARNERS } from "./people-learners";
import { CAMPUS_PEOPLE } from "./people-team";
import type { PersonSeed } from "./types";

const ALL = [...LEARNERS, ...CAMPUS_PEOPLE] as const satisfies readonly PersonSeed[];

export type PersonSlug = (typeof ALL)[number]["slug"];

/** A demo person as the rest of the data names them. */
export type DemoPerson = PersonSeed & { readonly slug: PersonSlug };

/** Learners first, then coaches, experts, jurors, the organiser, the admin and company members. All invented. */
export const PEOPLE: readonly DemoPerson[] = ALL;

/** The mail address of a demo person: a domain that never receives mail. */
export function demoEmail(slug: PersonSlug): string {
  return `${slug}@demo.broeikas.example`;
}
