import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { companyRegistrations } from "#db/schema/companies";
import { people } from "#db/schema/identity";
import type { Actor, Person } from "../kernel/actor";
import { DomainError, found } from "../kernel/errors";
import type { Db } from "../kernel/store";
import { canDecide } from "./policy";
import { isOwn } from "./register-company";
import type { Registration } from "./rows";
import { companyWithVat, ofPerson, registrationById, seenAs } from "./rows";

interface View {
  readonly db: Db;
  readonly actor: Actor;
}

export interface RegistrationView {
  readonly registration: Registration;
  /** The reader's own, to correct or take back. */
  readonly own: boolean;
  readonly decides: boolean;
  /** The company that is on the campus with this number already. */
  readonly existing: { readonly id: string; readonly name: string } | null;
  /** Who asks, for who decides. */
  readonly contact: { readonly name: string; readonly email: string } | null;
  /** What stands there now, for `approveRegistration`. */
  readonly seen: string;
}

/** One registration, for its person and who decides it; "not_found" for everybody else. One that was only begun is its person's alone. */
export async function registrationFor({ db, actor }: View, id: string): Promise<RegistrationView> {
  const registration = found(await registrationById(db, id));
  const company = await companyWithVat(db, registration);
  const own = await isOwn(db, actor.personId, registration);
  const decides = registration.state !== "begun" && canDecide(actor, registration, company);
  if (!own && !decides) throw new DomainError("not_found");
  const [contact] =
    decides && registration.personId !== null
      ? await db.select({ name: people.name, email: people.email }).from(people).where(eq(people.id, registration.personId))
      : [];
  const existing = company && company.id !== registration.organisationId ? { id: company.id, name: company.name } : null;
  return { registration, own, decides, existing, contact: contact ?? null, seen: seenAs(registration) };
}

export type Listed = Pick<Registration, "id" | "name" | "state" | "createdAt" | "sentAt" | "dueAt" | "endedAt" | "vatState" | "vatNumber">;

const LISTED = {
  id: companyRegistrations.id,
  name: companyRegistrations.name,
  state: companyRegistrations.state,
  createdAt: companyRegistrations.createdAt,
  sentAt: companyRegistrations.sentAt,
  dueAt: companyRegistrations.dueAt,
  endedAt: companyRegistrations.endedAt,
  vatState: companyRegistrations.vatState,
  vatNumber: companyRegistrations.vatNumber,
} as const;

/** Registrations of the person, newest first; those begun with their address too. */
export async function myRegistrations({ db, actor }: { readonly db: Db; readonly actor: Person }): Promise<Listed[]> {
  return db
    .select(LISTED)
    .from(companyRegistrations)
    .where(await ofPerson(db, actor.personId))
    .orderBy(desc(companyRegistrations.createdAt), desc(companyRegistrations.id))
    .limit(50);
}

/** Registrations of a campus: all that wait, first due first, and the last that ended. The caller has checked who reads. */
export async function registrationsOfCampus(db: Db, campusId: string): Promise<{ waiting: Listed[]; ended: Listed[] }> {
  const here = eq(companyRegistrations.campusId, campusId);
  const waiting = await db
    .select(LISTED)
    .from(companyRegistrations)
    .where(and(here, eq(companyRegistrations.state, "waiting")))
    .orderBy(asc(companyRegistrations.dueAt), asc(companyRegistrations.id))
    .limit(200);
  const ended = await db
    .select(LISTED)
    .from(companyRegistrations)
    .where(and(here, inArray(companyRegistrations.state, ["approved", "refused", "lapsed"])))
    .orderBy(desc(companyRegistrations.endedAt), desc(companyRegistrations.id))
    .limit(50);
  return { waiting, ended };
}
