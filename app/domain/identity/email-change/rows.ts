import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { outbox } from "#db/schema/across";
import { emailChanges } from "#db/schema/email-change";
import { teamInvitations } from "#db/schema/ideas";
import { invites, people } from "#db/schema/identity";
import type { Ctx } from "../../kernel/context";
import type { Db, Tx } from "../../kernel/store";
import { after, days } from "../../kernel/time";
import { isOpenInvite } from "../invite-rows";
import { TOKEN_TTL } from "../tokens";

export type EmailChange = typeof emailChanges.$inferSelect;
export type Account = typeof people.$inferSelect;

/** Milliseconds during which the old mailbox may stop a change or take it back. */
export const STOP_TTL = days(7);

/** A change by id; null when there is none or it was stopped. */
export async function openChange(db: Db, id: string | null): Promise<EmailChange | null> {
  const [row] = await db
    .select()
    .from(emailChanges)
    .where(and(eq(emailChanges.id, id ?? ""), isNull(emailChanges.stoppedAt)));
  return row ?? null;
}

/** The change a person asked for and has not confirmed yet, while its link can still work; null without one. */
export async function pendingEmailChange(
  db: Db,
  personId: string,
  now: Date,
): Promise<{ readonly newEmail: string; readonly createdAt: Date } | null> {
  const [row] = await db
    .select({ newEmail: emailChanges.newEmail, createdAt: emailChanges.createdAt })
    .from(emailChanges)
    .where(
      and(
        eq(emailChanges.personId, personId),
        isNull(emailChanges.confirmedAt),
        isNull(emailChanges.stoppedAt),
        gt(emailChanges.createdAt, after(now, -TOKEN_TTL.email_change)),
      ),
    )
    .orderBy(desc(emailChanges.createdAt))
    .limit(1);
  return row ?? null;
}

/** The account of a person while it is open. */
export async function openAccount(db: Db, personId: string): Promise<Account | null> {
  const [person] = await db
    .select()
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.suspendedAt), isNull(people.erasedAt)));
  return person ?? null;
}

interface Address {
  readonly email: string;
  readonly emailKey: string;
}

/**
 * Gives a person another address; what waits for the old one (invitations, mails not yet sent about them) follows. Invitations that are over
 * go on saying where they were sent, but are found by the new address, so that they are handed over and erased with their person. False
 * when the address was another in the meantime.
 */
export async function moveAddress(tx: Tx, ctx: Pick<Ctx, "now">, personId: string, from: Address, to: Address): Promise<boolean> {
  const moved = await tx
    .update(people)
    .set({ ...to, verifiedAt: ctx.now })
    .where(and(eq(people.id, personId), eq(people.emailKey, from.emailKey)))
    .returning({ id: people.id });
  if (moved.length === 0) return false;
  await tx
    .update(invites)
    .set(to)
    .where(and(eq(invites.emailKey, from.emailKey), isOpenInvite(ctx.now)));
  await tx
    .update(teamInvitations)
    .set(to)
    .where(and(eq(teamInvitations.emailKey, from.emailKey), eq(teamInvitations.state, "open")));
  for (const table of [invites, teamInvitations]) {
    await tx.update(table).set({ emailKey: to.emailKey }).where(eq(table.emailKey, from.emailKey));
  }
  for (const template of ["role_invite", "team_invitation"]) {
    await tx
      .update(outbox)
      .set({ address: to.email })
      .where(and(eq(outbox.address, from.email), eq(outbox.template, template), isNull(outbox.sentAt)));
  }
  return true;
}
