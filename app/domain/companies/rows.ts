import type { SQL } from "drizzle-orm";
import { and, eq, isNotNull, or } from "drizzle-orm";
import { jobs } from "#db/schema/across";
import { organisations } from "#db/schema/campus";
import { companyRegistrations } from "#db/schema/companies";
import { people } from "#db/schema/identity";
import { sha256 } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import { fold } from "../kernel/text";
import type { Db, Tx } from "../kernel/store";
import type { RegistrationInput } from "./forms";
import { canDecide } from "./policy";

export type Registration = typeof companyRegistrations.$inferSelect;

/** Kind of the job that asks the service about one number. */
export const CHECK_JOB = "companies.check_vat";

/** The registration with this id; null when there is none. */
export async function registrationById(db: Db, id: string): Promise<Registration | null> {
  const [row] = await db.select().from(companyRegistrations).where(eq(companyRegistrations.id, id));
  return row ?? null;
}

/** A condition for the registrations of a person: those they sent, and those that were begun with the proven address of their account. */
export async function ofPerson(db: Db, personId: string): Promise<SQL | undefined> {
  const [me] = await db
    .select({ emailKey: people.emailKey })
    .from(people)
    .where(and(eq(people.id, personId), isNotNull(people.verifiedAt)));
  return or(eq(companyRegistrations.personId, personId), me && eq(companyRegistrations.emailKey, me.emailKey));
}

/** The company that is on the campus with this number; null when there is none, or no number. */
export async function companyWithVat(db: Db, { campusId, vatNumber }: Pick<Registration, "campusId" | "vatNumber">) {
  if (vatNumber === null) return null;
  const [row] = await db
    .select()
    .from(organisations)
    .where(and(eq(organisations.campusId, campusId), eq(organisations.vatNumber, vatNumber)));
  return row ?? null;
}

/** A registration that waits, for who may decide it; for everybody else "not_found". "already_done" when it is decided. */
export async function registrationToDecide(tx: Tx, ctx: Ctx, id: string) {
  const registration = found(await registrationById(tx, id));
  const existing = await companyWithVat(tx, registration);
  if (registration.state === "begun" || (ctx.via === "web" && !canDecide(ctx.actor, registration, existing))) {
    throw new DomainError("not_found");
  }
  return { registration, existing };
}

/** What who decides saw of a registration, short enough for a form: nobody lets in what its person made something else of meanwhile. */
export function seenAs({ name, campusId, vatNumber, withoutVat, website, offers, seeks }: Registration): string {
  return sha256(JSON.stringify([name, campusId, vatNumber, withoutVat, website, offers, seeks])).slice(0, 16);
}

/** The same for one company of one person as long as it waits. */
export function openKeyOf(personId: string, { campusId, vatNumber, name }: Pick<RegistrationInput, "campusId" | "vatNumber" | "name">) {
  return `${campusId}:${personId}:${vatNumber ?? fold(name)}`;
}

/** What is known of a number about which nothing was asked: of a new registration, and of one with another number. */
export function unasked(vatNumber: string | null) {
  return {
    vatState: vatNumber === null ? ("none" as const) : ("unchecked" as const),
    vatTries: 0,
    vatNextAt: null,
    vatCheckedAt: null,
    vatTrouble: null,
    vatConsultation: null,
    vatName: null,
    vatAddress: null,
  };
}

/** Has the service asked at a moment; one job a try, whoever asks for it. */
export async function queueCheck(tx: Tx, ctx: Ctx, which: { id: string; round: number; tries: number }, runAt: Date): Promise<void> {
  const { id, round, tries } = which;
  await tx
    .insert(jobs)
    .values({
      id: ctx.newId(),
      kind: CHECK_JOB,
      dedupeKey: `${CHECK_JOB}:${id}:${round}:${tries}`,
      payload: { registrationId: id, round: String(round), tries: String(tries) },
      runAt,
      createdAt: ctx.now,
    })
    .onConflictDoNothing();
}
