import { and, eq } from "drizzle-orm";
import { entryConsents } from "#db/schema/awards-entry";
import { writeAudit } from "../kernel/audit";
import type { Ctx } from "../kernel/context";
import { requirePerson } from "../kernel/context";
import { DomainError } from "../kernel/errors";
import type { Tx } from "../kernel/store";
import { ownEntry } from "./load";

/**
 * Somebody of the team says yes to taking part, or takes that back, until results are public.
 * Refuses with "not_found" (not of the team) or "already_done" (results are public, or the entry is withdrawn).
 */
export async function consentEntry(ctx: Ctx, input: { readonly entryId: string; readonly yes: boolean }): Promise<void> {
  const { personId } = requirePerson(ctx);
  await ctx.store.tx(async (tx) => {
    const { entry, edition } = await ownEntry(tx, ctx, input.entryId);
    if (edition.publishedAt !== null || entry.state === "withdrawn") throw new DomainError("already_done");
    if (input.yes) await writeConsent(tx, ctx, entry.id);
    else await tx.delete(entryConsents).where(and(eq(entryConsents.entryId, entry.id), eq(entryConsents.personId, personId)));
    const action = input.yes ? "entry.consent_given" : "entry.consent_taken_back";
    await writeAudit(tx, ctx, { action, subjectKind: "entry", subjectId: entry.id, fields: ["consent"] });
  });
}

/** Writes down that whoever acts says yes; saying it again changes nothing. */
export async function writeConsent(tx: Tx, ctx: Ctx, entryId: string): Promise<void> {
  const { personId } = requirePerson(ctx);
  await tx.insert(entryConsents).values({ entryId, personId, at: ctx.now }).onConflictDoNothing();
}
