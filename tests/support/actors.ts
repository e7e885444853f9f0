import { visitor } from "~/domain/kernel/actor";
import type { Actor, Locale, Person, Role, ScopeKind } from "~/domain/kernel/actor";
import type { Ctx } from "~/domain/kernel/context";
import type { Store } from "~/domain/kernel/store";
import { addOrganisationMember } from "~/domain/campus/add-organisation-member";
import { createCampus } from "~/domain/campus/create-campus";
import { createOrganisation } from "~/domain/campus/create-organisation";
import { createPerson } from "~/domain/identity/create-person";
import type { AgeBand } from "~/domain/identity/person";
import { loadActor } from "~/domain/identity/queries";
import { NOW, testCtx } from "./ctx";

export interface TestCampus {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
}
export interface TestOrganisation {
  readonly id: string;
  readonly name: string;
  readonly campusId: string;
}
export interface PersonOptions {
  readonly name?: string;
  readonly email?: string;
  readonly locale?: Locale;
  readonly ageBand?: AgeBand;
  /** Makes the person a learner of this campus, as signing up does. */
  readonly homeCampusId?: string;
  /** Further roles, at a campus unless said otherwise. */
  readonly roles?: readonly { readonly role: Role; readonly scopeKind?: ScopeKind; readonly scopeId: string }[];
  readonly organisationIds?: readonly string[];
  /** Slow by design; give it only where a password is tested. */
  readonly password?: string;
  /** When the account and the roles were made; NOW when absent. */
  readonly now?: Date | string;
}

let counter = 0;
/** Everything here is made as an operator makes it, on the command line. */
const operator = (store: Store, now: Date | string = NOW): Ctx => testCtx(store, { via: "cli", now });

/** Makes a campus. */
export async function makeCampus(
  store: Store,
  options: { name?: string; slug?: string; zone?: string; languages?: Locale[] } = {},
): Promise<TestCampus> {
  counter += 1;
  const { name = `Campus ${counter}`, slug = `campus-${counter}`, zone = "Europe/Brussels", languages = ["nl", "fr", "en"] } = options;
  const { campusId } = await createCampus(operator(store), { name, slug, zone, languages, place: "Dorp", position: counter });
  return { id: campusId, name, slug };
}

/** Makes an organisation of a campus, without members. */
export async function makeOrganisation(store: Store, campusId: string, name?: string): Promise<TestOrganisation> {
  counter += 1;
  const called = name ?? `Bedrijf ${counter}`;
  const description = { nl: "", fr: "", en: "" };
  const { organisationId } = await createOrganisation(operator(store), { campusId, slug: `bedrijf-${counter}`, name: called, description });
  return { id: organisationId, name: called, campusId };
}

/** Makes a person, and returns the actor that the database makes of them. */
export async function makePerson(store: Store, options: PersonOptions = {}): Promise<Person> {
  counter += 1;
  const ctx = operator(store, options.now);
  const { personId } = await createPerson(ctx, {
    name: options.name ?? `Persoon ${counter}`,
    email: options.email ?? `persoon${counter}@broeikas.test`,
    ageBand: options.ageBand ?? "18-25",
    locale: options.locale ?? "nl",
    homeCampusId: options.homeCampusId ?? null,
    roles: (options.roles ?? []).map(({ role, scopeKind, scopeId }) => ({ role, scope: { kind: scopeKind ?? "campus", id: scopeId } })),
    ...(options.password === undefined ? {} : { password: options.password }),
  });
  for (const organisationId of options.organisationIds ?? []) await addOrganisationMember(ctx, { organisationId, personId });
  return actorOf(store, personId, ctx.now);
}

/** The actor a person is at a moment; to be asked again after their roles or memberships changed. */
export async function actorOf(store: Store, personId: string, now: Date = NOW): Promise<Person> {
  const actor = await loadActor(store.db, personId, now);
  if (!actor) throw new Error(`person ${personId} cannot act`);
  return actor;
}

export interface Cast {
  readonly campus: TestCampus;
  readonly otherCampus: TestCampus;
  readonly organisation: TestOrganisation;
  readonly visitor: Actor;
  readonly learner: Person;
  readonly otherLearner: Person;
  /** Coach, and no learner, of `campus`. */
  readonly coach: Person;
  /** Organiser, and no learner, of `campus`. */
  readonly organiser: Person;
  readonly admin: Person;
  /** Member of `organisation` (of `campus`), without a role. */
  readonly companyMember: Person;
  /** Learner of `otherCampus`. */
  readonly elsewhere: Person;
}

/** Two campuses, a company, and one person of each kind. */
export async function makeCast(store: Store): Promise<Cast> {
  const campus = await makeCampus(store, { name: "Campus Noord", slug: "noord" });
  const otherCampus = await makeCampus(store, { name: "Campus Zuid", slug: "zuid" });
  const organisation = await makeOrganisation(store, campus.id, "Meetwerk");
  const staff = (name: string, role: Role): PersonOptions => ({ name, ageBand: "26-45", roles: [{ role, scopeId: campus.id }] });
  return {
    campus,
    otherCampus,
    organisation,
    visitor: visitor("nl"),
    learner: await makePerson(store, { name: "Lies Leerling", homeCampusId: campus.id }),
    otherLearner: await makePerson(store, { name: "Oscar Ander", homeCampusId: campus.id }),
    coach: await makePerson(store, staff("Cora Coach", "coach")),
    organiser: await makePerson(store, staff("Otto Organisator", "organiser")),
    admin: await makePerson(store, {
      name: "Ada Admin",
      ageBand: "26-45",
      roles: [{ role: "admin", scopeKind: "instance", scopeId: "instance" }],
    }),
    companyMember: await makePerson(store, { name: "Bram Bedrijf", ageBand: "26-45", organisationIds: [organisation.id] }),
    elsewhere: await makePerson(store, { name: "Zoë Zuid", homeCampusId: otherCampus.id }),
  };
}
