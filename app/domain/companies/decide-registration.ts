import { and, eq } from "drizzle-orm";
import { organisationMembers } from "#db/schema/campus";
import { companyRegistrations } from "#db/schema/companies";
import { writeMember } from "../campus/add-organisation-member";
import { slugOf } from "../campus/campus";
import { writeOrganisation } from "../campus/create-organisation";
import { organisationBySlug } from "../campus/queries";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { DomainError, found } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { notify } from "../notifications/notify";
import type { Registration } from "./rows";
import { queueCheck, registrationToDecide, seenAs } from "./rows";

/**
 * Lets a company in: it becomes an organisation of the campus, or its person joins the one that has its VAT number already. A number
 * that does not exist is never let in ("vat_invalid"); one that nobody could check yet is, and goes on being checked. `seen` is what
 * `registrationFor` gave: one that was corrected since is to be looked at again ("company_changed").
 */
export async function approveRegistration(
  ctx: Ctx,
  registrationId: string,
  { seen }: { readonly seen: string },
): Promise<{ organisationId: string }> {
  return ctx.store.tx(async (tx) => {
    const { registration, existing } = await registrationToDecide(tx, ctx, registrationId);
    if (registration.vatState === "invalid") throw new DomainError("vat_invalid");
    const { personId } = await end(tx, ctx, registration.id, "approved");
    if (seenAs(registration) !== seen) throw new DomainError("company_changed");
    const organisationId = existing?.id ?? (await becomeOrganisation(tx, ctx, registration));
    await joinIn(tx, ctx, organisationId, found(personId));
    await tx.update(companyRegistrations).set({ organisationId }).where(eq(companyRegistrations.id, registration.id));
    await tellContact(tx, ctx, registration);
    await writeAudit(tx, ctx, { action: "company.approved", subjectKind: "company", subjectId: registration.id, fields: ["state"] });
    return { organisationId };
  });
}

/** Says no to a company, with the reason its person is told. Refuses with "not_found" or "already_done". */
export async function refuseRegistration(ctx: Ctx, registrationId: string, { reason }: { readonly reason: string }): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { registration } = await registrationToDecide(tx, ctx, registrationId);
    await end(tx, ctx, registration.id, "refused", reason);
    await tellContact(tx, ctx, registration);
    await writeAudit(tx, ctx, {
      action: "company.refused",
      subjectKind: "company",
      subjectId: registration.id,
      fields: ["state", "reason"],
    });
  });
}

/** Asks the service about a number once more, now; of a company that was let in too. "invalid" where there is no number. */
export async function checkVatAgain(ctx: Ctx, registrationId: string): Promise<void> {
  await ctx.store.tx(async (tx) => {
    const { registration } = await registrationToDecide(tx, ctx, registrationId);
    const { id, state, vatNumber, vatRound } = registration;
    if (vatNumber === null) throw new DomainError("invalid");
    if (state !== "waiting" && state !== "approved") throw new DomainError("already_done");
    const round = vatRound + 1;
    // What it said before stays to be read until it says something else.
    await tx.update(companyRegistrations).set({ vatRound: round, vatTries: 0, vatNextAt: ctx.now }).where(eq(companyRegistrations.id, id));
    await queueCheck(tx, ctx, { id, round, tries: 0 }, ctx.now);
    await writeAudit(tx, ctx, { action: "company.check_asked", subjectKind: "company", subjectId: id });
  });
}

/** Ends a registration that waits; of several who do so at once, one. */
export async function end(
  tx: Tx,
  ctx: Ctx,
  id: string,
  state: "approved" | "refused" | "withdrawn" | "lapsed",
  reason = "",
): Promise<Registration> {
  const [ended] = await tx
    .update(companyRegistrations)
    .set({ state, reason, openKey: null, endedAt: ctx.now, decidedBy: ctx.actor.personId })
    .where(and(eq(companyRegistrations.id, id), eq(companyRegistrations.state, "waiting")))
    .returning();
  if (!ended) throw new DomainError("already_done");
  return ended;
}

/** Tells the person of a registration how it ended. */
export async function tellContact(tx: Tx, ctx: Ctx, { id, personId }: Pick<Registration, "id" | "personId">): Promise<void> {
  if (personId === null) return;
  await notify(tx, ctx, { personId, kind: "company_answered", subjectKind: "company", subjectId: id, dedupeKey: id });
}

/** Names that many companies of a campus may share. */
const MOST_OF_A_NAME = 50;

async function becomeOrganisation(tx: Tx, ctx: Ctx, registration: Registration): Promise<string> {
  const { campusId, name, vatNumber, website, offers, seeks } = registration;
  const about = offers === "" ? seeks : offers;
  const base = slugOf(name, 56);
  for (let no = 1; no <= MOST_OF_A_NAME; no += 1) {
    const slug = no === 1 ? base : `${base}-${no}`;
    if (await organisationBySlug(tx, slug)) continue;
    const description = { nl: about, fr: about, en: about };
    const { organisationId } = await writeOrganisation(tx, ctx, { campusId, slug, name, description, website, vatNumber });
    return organisationId;
  }
  throw new DomainError("conflict");
}

/** Makes the person a member, unless they are one. */
async function joinIn(tx: Tx, ctx: Ctx, organisationId: string, personId: string): Promise<void> {
  const there = await tx
    .select({ until: organisationMembers.until })
    .from(organisationMembers)
    .where(and(eq(organisationMembers.organisationId, organisationId), eq(organisationMembers.personId, personId)));
  if (there.some(({ until }) => until === null || until > ctx.now)) return;
  await writeMember(tx, ctx, { organisationId, personId });
}
