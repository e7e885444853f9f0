import { addOrganisationMember } from "../../app/domain/campus/add-organisation-member";
import { createOrganisation } from "../../app/domain/campus/create-organisation";
import type { WordInput } from "../../app/domain/ideas/idea";
import { setWords } from "../../app/domain/ideas/set-words";
import { createPerson } from "../../app/domain/identity/create-person";
import { grantRole } from "../../app/domain/identity/grant-role";
import type { ProfileVisibility } from "../../app/domain/identity/person";
import { isMinor } from "../../app/domain/identity/person";
import { INSTANCE } from "../../app/domain/identity/policy";
import { updateProfile } from "../../app/domain/identity/update-profile";
import type { Role } from "../../app/domain/kernel/actor";
import { after, minutes } from "../../app/domain/kernel/time";
import { AVAILABILITY, demoEmail, ORGANISATIONS, PEOPLE } from "./demo";
import type { DemoPerson } from "./demo/people";
import type { CampusSlug, NeedSeed, OrganisationSeed, OrganisationSlug, PersonSlug } from "./demo/types";
import type { Desk } from "./desk";
import { acting, daysAgo, idOf, OPENED_DAYS_AGO, operator } from "./desk";

const ADMIN: PersonSlug = "tine";

const minute = (desk: Desk, n: number): Date => after(daysAgo(desk, OPENED_DAYS_AGO, 9 * 60), minutes(n));

/** Everybody, with roles, profile, needs and offers; then the organisations with their members. */
export async function seedPeople(desk: Desk): Promise<void> {
  // The admin comes first: they give the others their roles.
  const inOrder = [...PEOPLE].sort((a, b) => Number(b.slug === ADMIN) - Number(a.slug === ADMIN));
  for (const [at, person] of inOrder.entries()) await seedPerson(desk, person, at);
  for (const organisation of ORGANISATIONS) await seedOrganisation(desk, organisation);
}

async function seedPerson(desk: Desk, person: DemoPerson, place: number): Promise<void> {
  const { slug, name, roles, ageBand, languages } = person;
  const campusId = idOf(desk.campuses, person.campus);
  const admin = roles.includes("admin");
  const { personId } = await createPerson(operator(desk, minute(desk, place)), {
    name,
    email: demoEmail(slug),
    ageBand,
    locale: languages[0],
    homeCampusId: belongs(person) ? campusId : null,
    passwordHash: desk.passwordHash,
    ...(admin ? { roles: [{ role: "admin", scope: INSTANCE }] } : {}),
  });
  desk.people.set(slug, personId);
  const giver = async () => acting(desk, ADMIN, minute(desk, place));
  for (const role of campusRoles(person)) await grantRole(await giver(), { personId, role, scope: { kind: "campus", id: campusId } });
  for (const other of coachedToo(person)) {
    await grantRole(await giver(), { personId, role: "coach", scope: { kind: "campus", id: idOf(desk.campuses, other) } });
  }
  const ctx = await acting(desk, slug, minute(desk, place + 60));
  const { audience, bio } = person;
  await updateProfile(ctx, { name, locale: languages[0], languages, audience, bio, interests: "", visibility: shownTo(person) });
  const words = { lang: languages[0], needs: person.lookingFor.map(wordOf), offers: person.offers.map(wordOf) };
  await setWords(ctx, { ownerKind: "person", ownerId: personId, ...words });
}

/** A juror judges without belonging; a company member is there by their organisation. */
function belongs({ roles }: DemoPerson): boolean {
  return roles.some((role) => role !== "juror" && role !== "company_member");
}

/** Jurors get their role from an edition, company members from their organisation, learners by signing up. */
function campusRoles({ roles }: DemoPerson): Role[] {
  return roles.filter((role) => role === "coach" || role === "expert" || role === "organiser");
}

/** Campuses where a coach has hours besides their own. */
function coachedToo({ slug, campus }: DemoPerson): CampusSlug[] {
  return [...new Set(AVAILABILITY.filter((hours) => hours.coach === slug).map((hours) => hours.campus))].filter(
    (other) => other !== campus,
  );
}

function shownTo(person: DemoPerson): ProfileVisibility {
  if (isMinor(person.ageBand)) return "private";
  return campusRoles(person).length > 0 || person.roles.includes("juror") ? "public" : "campus";
}

async function seedOrganisation(desk: Desk, organisation: OrganisationSeed & { readonly slug: string }): Promise<void> {
  const slug = organisation.slug as OrganisationSlug;
  const members = PEOPLE.filter((person) => person.organisation === slug);
  const campus: CampusSlug = organisation.residency?.campus ?? members[0]?.campus ?? "t2-campus";
  const { name, description } = organisation;
  const ctx = operator(desk, minute(desk, 120));
  const { organisationId } = await createOrganisation(ctx, { campusId: idOf(desk.campuses, campus), slug, name, description });
  desk.organisations.set(slug, organisationId);
  for (const member of members) await addOrganisationMember(ctx, { organisationId, personId: idOf(desk.people, member.slug) });
  const words = { lang: organisation.lang, needs: organisation.needs.map(wordOf), offers: organisation.offers.map(wordOf) };
  const speaker = members[0]?.slug ?? ADMIN;
  await setWords(await acting(desk, speaker, minute(desk, 180)), { ownerKind: "organisation", ownerId: organisationId, ...words });
}

/** A need or an offer of the demo as the use cases take it; the id of a term is its code. */
export function wordOf({ kind, term, words, weight }: NeedSeed): WordInput {
  return { kind, termId: term ?? null, words, weight };
}
