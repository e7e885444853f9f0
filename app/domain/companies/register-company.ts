import { and, eq, ne } from "drizzle-orm";
import { campuses, organisationMembers } from "#db/schema/campus";
import { companyRegistrations } from "#db/schema/companies";
import { people } from "#db/schema/identity";
import { isMinor, emailKey } from "../identity/person";
import { holdersOf } from "../identity/queries";
import { writeAccountLink } from "../identity/request-account-link";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Db, Tx } from "../kernel/store";
import { after } from "../kernel/time";
import { notifyAll } from "../notifications/notify";
import { DECIDE_WITHIN } from "./company";
import type { RegistrationInput, VisitorRegistrationInput } from "./forms";
import type { Registration } from "./rows";
import { companyWithVat, openKeyOf, queueCheck, registrationById, unasked } from "./rows";

const NEW = { sentAt: null, dueAt: null, endedAt: null, decidedBy: null, reason: "", organisationId: null, vatRound: 0 } as const;

async function requireCampus(db: Db, campusId: string): Promise<void> {
  const [campus] = await db.select({ id: campuses.id }).from(campuses).where(eq(campuses.id, campusId));
  if (!campus) throw new DomainError("invalid", { field: "campusId" });
}

/**
 * A visitor begins to register a company: what they typed waits for the mailed link to their address. Whether the address has
 * an account changes nothing here; nobody sees the registration, and no service is asked, before its person sends it.
 */
export async function beginRegistration(ctx: Ctx, input: VisitorRegistrationInput): Promise<{ registrationId: string }> {
  const { contact, email, ageBand, ...company } = input;
  const id = ctx.newId();
  const { locale } = ctx.actor;
  await ctx.store.tx(async (tx) => {
    await requireCampus(tx, input.campusId);
    await tx.insert(companyRegistrations).values({
      ...NEW,
      ...written(company),
      ...unasked(input.vatNumber),
      id,
      campusId: input.campusId,
      state: "begun",
      openKey: null,
      lang: locale,
      emailKey: emailKey(email),
      personId: null,
      createdAt: ctx.now,
    });
    const link = { email, locale, intent: "sign_up", signUp: { name: contact, ageBand }, to: `/companies/${id}` } as const;
    await writeAccountLink(tx, ctx, link, `company:${id}`);
    await writeAudit(tx, ctx, { action: "company.begun", subjectKind: "company", subjectId: id });
  });
  return { registrationId: id };
}

/**
 * Sends a registration to who decides: a new one of who is signed in, the one they began before they signed in, or one that waits
 * already, corrected. Another number is asked about anew. Refuses with "forbidden" (minors), "not_found" or "already_done".
 */
export async function sendRegistration(
  ctx: Ctx,
  input: RegistrationInput & { readonly registrationId?: string },
): Promise<{ registrationId: string }> {
  const { personId, ageBand } = requirePerson(ctx);
  if (isMinor(ageBand)) throw new DomainError("forbidden");
  return ctx.store.tx(async (tx) => {
    await requireCampus(tx, input.campusId);
    const before = input.registrationId === undefined ? null : await ownOpen(tx, personId, input.registrationId);
    const id = before?.id ?? ctx.newId();
    const openKey = openKeyOf(personId, input);
    const [twin] = await tx
      .select({ id: companyRegistrations.id })
      .from(companyRegistrations)
      .where(and(eq(companyRegistrations.openKey, openKey), ne(companyRegistrations.id, id)));
    if (twin) throw new DomainError("already_done", { field: "name", message: "companies.already" });
    const isOther = before?.vatNumber !== input.vatNumber;
    const asksAnew = isOther || before?.state !== "waiting" || before.vatState === "invalid";
    const round = (before?.vatRound ?? 0) + (asksAnew ? 1 : 0);
    const row = {
      ...written(input),
      ...(isOther ? unasked(input.vatNumber) : {}),
      ...(asksAnew ? { vatRound: round, vatTries: 0 } : {}),
      campusId: input.campusId,
      state: "waiting" as const,
      openKey,
      emailKey: null,
      personId,
      sentAt: before?.sentAt ?? ctx.now,
      dueAt: before?.dueAt ?? after(ctx.now, DECIDE_WITHIN),
    };
    if (before) await tx.update(companyRegistrations).set(row).where(eq(companyRegistrations.id, id));
    else
      await tx
        .insert(companyRegistrations)
        .values({ ...NEW, ...unasked(input.vatNumber), ...row, id, openKey, lang: ctx.actor.locale, createdAt: ctx.now });
    if (asksAnew && input.vatNumber !== null) await queueCheck(tx, ctx, { id, round, tries: 0 }, ctx.now);
    await tellDeciders(tx, ctx, { id, campusId: input.campusId, vatNumber: input.vatNumber }, "company_asked", String(round));
    await writeAudit(tx, ctx, {
      action: before?.state === "waiting" ? "company.corrected" : "company.sent",
      subjectKind: "company",
      subjectId: id,
      fields: ["name", "vatNumber", "offers", "seeks"],
    });
    return { registrationId: id };
  });
}

/** What somebody wrote of their company, as it is kept. */
function written({ name, vatNumber, withoutVat, website, offers, seeks }: Omit<RegistrationInput, "campusId">) {
  return { name, vatNumber, withoutVat, website: website ?? null, offers, seeks };
}

/** A registration that this person may still change: it waits, or they began it at the address they have. */
async function ownOpen(tx: Tx, personId: string, id: string): Promise<Registration> {
  const registration = found(await registrationById(tx, id));
  if (!(await isOwn(tx, personId, registration))) throw new DomainError("not_found");
  if (registration.state !== "begun" && registration.state !== "waiting") throw new DomainError("already_done");
  return registration;
}

/** Tells whether a registration is this person's: they sent it, or it was begun with the address of their account. */
export async function isOwn(db: Db, personId: string | null, registration: Pick<Registration, "personId" | "emailKey">): Promise<boolean> {
  if (personId === null) return false;
  if (registration.personId !== null || registration.emailKey === null) return registration.personId === personId;
  const [person] = await db.select().from(people).where(eq(people.id, personId));
  return person !== undefined && person.verifiedAt !== null && person.emailKey === registration.emailKey;
}

/** Tells the organisers of the campus, and the people of the company when it is there already. `which` tells happenings apart. */
export async function tellDeciders(
  tx: Tx,
  ctx: Ctx,
  registration: Pick<Registration, "id" | "campusId" | "vatNumber">,
  kind: "company_asked" | "company_due" | "company_unchecked",
  which: string,
): Promise<void> {
  const { id, campusId } = registration;
  const organisers = await holdersOf(tx, "organiser", campusId, ctx.now);
  const existing = await companyWithVat(tx, registration);
  const members = existing
    ? await tx
        .select({ id: organisationMembers.personId, until: organisationMembers.until })
        .from(organisationMembers)
        .where(eq(organisationMembers.organisationId, existing.id))
    : [];
  const there = members.filter(({ until }) => until === null || until > ctx.now);
  const told = [...organisers, ...there].map((one) => one.id);
  await notifyAll(tx, ctx, told, { kind, subjectKind: "company", subjectId: id, dedupeKey: `${id}:${which}` });
}
