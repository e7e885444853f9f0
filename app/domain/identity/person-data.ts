import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { audit, auditDetails, keptMails, notificationPreferences, notifications, outbox, reports } from "#db/schema/across";
import { signIns, signInSteps } from "#db/schema/access";
import { oidcAccounts } from "#db/schema/oidc";
import { passkeys } from "#db/schema/passkeys";
import { emailChanges } from "#db/schema/email-change";
import { blocks, consents, invites, people, profiles, roleGrants, sessions, tokens } from "#db/schema/identity";
import { recoveryCodes, secondSteps } from "#db/schema/second-step";
import { photos } from "#db/schema/photos";
import { retentionHolds } from "#db/schema/privacy";
import "../campus/person-data";
import "../notifications/person-data";
import { registerPersonData } from "../kernel/person-data";
import type { PersonData } from "../kernel/person-data";
import type { Db, Tx } from "../kernel/store";
import { myBlocks } from "./blocks";
import { isOpenInvite } from "./invite-rows";
import { oidcAccountsOf } from "./oidc/rows";
import { passkeysOf } from "./passkeys/rows";
import { ERASED_NAME, nameKey } from "./person";
import { dropPhoto } from "./photo/photo-rows";

/** Address and key of an erased person: unique, and no address of anybody. */
export const erasedAddress = (personId: string): string => `erased:${personId}`;

const addressesOf = async (db: Db, personId: string): Promise<{ email: string; emailKey: string } | undefined> =>
  (await db.select({ email: people.email, emailKey: people.emailKey }).from(people).where(eq(people.id, personId)))[0];

async function exportIdentity(db: Db, personId: string): Promise<Record<string, unknown>> {
  const [row] = await db.select().from(people).where(eq(people.id, personId));
  if (!row) return {};
  const { passwordHash, nameKey: _folded, ...account } = row;
  const [profile] = await db.select().from(profiles).where(eq(profiles.personId, personId));
  return {
    account: { ...account, hasPassword: passwordHash !== null },
    profile: profile ?? null,
    roles: await db.select().from(roleGrants).where(eq(roleGrants.personId, personId)).orderBy(asc(roleGrants.from)),
    // The photo itself lies beside this, among the files.
    photo: await db
      .select({ at: photos.at, hiddenAt: photos.hiddenAt, hiddenReason: photos.hiddenReason })
      .from(photos)
      .where(eq(photos.personId, personId)),
    consents: await db.select().from(consents).where(eq(consents.personId, personId)).orderBy(asc(consents.at)),
    invites: await db.select().from(invites).where(eq(invites.emailKey, account.emailKey)).orderBy(asc(invites.createdAt)),
    sessions: await db
      .select({ publicId: sessions.publicId, createdAt: sessions.createdAt, userAgent: sessions.userAgent })
      .from(sessions)
      .where(eq(sessions.personId, personId))
      .orderBy(asc(sessions.createdAt)),
    secondStep: await db
      .select({ createdAt: secondSteps.createdAt, confirmedAt: secondSteps.confirmedAt })
      .from(secondSteps)
      .where(eq(secondSteps.personId, personId)),
    emailChanges: await db
      .select({
        oldEmail: emailChanges.oldEmail,
        newEmail: emailChanges.newEmail,
        createdAt: emailChanges.createdAt,
        confirmedAt: emailChanges.confirmedAt,
        stoppedAt: emailChanges.stoppedAt,
      })
      .from(emailChanges)
      .where(eq(emailChanges.personId, personId))
      .orderBy(asc(emailChanges.createdAt)),
    recoveryCodes: await db
      .select({ createdAt: recoveryCodes.createdAt, usedAt: recoveryCodes.usedAt })
      .from(recoveryCodes)
      .where(eq(recoveryCodes.personId, personId)),
    signIns: await db
      .select({ at: signIns.at, method: signIns.method, outcome: signIns.outcome, userAgent: signIns.userAgent, network: signIns.network })
      .from(signIns)
      .where(eq(signIns.personId, personId))
      .orderBy(asc(signIns.at), asc(signIns.id)),
    passkeys: await passkeysOf(db, personId),
    otherServices: await oidcAccountsOf(db, personId),
    // Why is not told: it may be about others.
    holds: await db
      .select({ at: retentionHolds.at, until: retentionHolds.until, liftedAt: retentionHolds.liftedAt })
      .from(retentionHolds)
      .where(and(eq(retentionHolds.subjectKind, "person"), eq(retentionHolds.subjectId, personId)))
      .orderBy(asc(retentionHolds.at)),
    // Whom somebody blocked without knowing their name stays unknown, here too; who blocked them is not told.
    blocks: await myBlocks(db, personId),
    trail: await db
      .select({ at: audit.at, action: audit.action, subjectKind: audit.subjectKind, subjectId: audit.subjectId, fields: audit.fields })
      .from(audit)
      .where(eq(audit.actorId, personId))
      .orderBy(asc(audit.at), asc(audit.id)),
  };
}

async function eraseIdentity(tx: Tx, personId: string, now: Date): Promise<void> {
  const address = await addressesOf(tx, personId);
  const gone = erasedAddress(personId);
  await tx.delete(profiles).where(eq(profiles.personId, personId));
  await dropPhoto(tx, { now }, personId);
  await tx.delete(sessions).where(or(eq(sessions.personId, personId), eq(sessions.impersonatorId, personId)));
  await tx.delete(signIns).where(eq(signIns.personId, personId));
  await tx.delete(signInSteps).where(eq(signInSteps.personId, personId));
  await tx.delete(oidcAccounts).where(eq(oidcAccounts.personId, personId));
  await tx.delete(passkeys).where(eq(passkeys.personId, personId));
  await tx.delete(secondSteps).where(eq(secondSteps.personId, personId));
  await tx.delete(emailChanges).where(eq(emailChanges.personId, personId));
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await tx
    .update(retentionHolds)
    .set({ reason: "" })
    .where(and(eq(retentionHolds.subjectKind, "person"), eq(retentionHolds.subjectId, personId)));
  await tx.delete(blocks).where(or(eq(blocks.blockerId, personId), eq(blocks.blockedId, personId)));
  await tx
    .update(roleGrants)
    .set({ until: now })
    .where(and(eq(roleGrants.personId, personId), isNull(roleGrants.until)));
  if (address) {
    await tx.delete(tokens).where(or(eq(tokens.personId, personId), eq(tokens.emailKey, address.emailKey)));
    // Nobody can answer them any more.
    await tx
      .update(invites)
      .set({ withdrawnAt: now })
      .where(and(eq(invites.emailKey, address.emailKey), isOpenInvite(now)));
    await tx.update(invites).set({ email: gone, emailKey: gone, name: null }).where(eq(invites.emailKey, address.emailKey));
  }
  await tx
    .update(people)
    .set({
      name: ERASED_NAME,
      nameKey: nameKey(ERASED_NAME),
      email: gone,
      emailKey: gone,
      passwordHash: null,
      suspendedReason: null,
      lastUsedAt: null,
      unusedWarnedAt: null,
      erasedAt: now,
    })
    .where(eq(people.id, personId));
}

/** What no context but the trail and the mail know of a person: notices, mails, reports and the details of audit rows. */
async function exportAcross(db: Db, personId: string): Promise<Record<string, unknown>> {
  const address = await addressesOf(db, personId);
  return {
    notifications: await db.select().from(notifications).where(eq(notifications.personId, personId)).orderBy(asc(notifications.at)),
    preferences: await db.select().from(notificationPreferences).where(eq(notificationPreferences.personId, personId)),
    reports: await db.select().from(reports).where(eq(reports.reporterId, personId)).orderBy(asc(reports.createdAt)),
    mails: await db
      .select({ template: outbox.template, createdAt: outbox.createdAt, sentAt: outbox.sentAt })
      .from(outbox)
      .where(or(eq(outbox.personId, personId), inArray(outbox.address, [address?.email ?? "", address?.emailKey ?? ""])))
      .orderBy(asc(outbox.createdAt)),
  };
}

async function eraseAcross(tx: Tx, personId: string): Promise<void> {
  const address = await addressesOf(tx, personId);
  const addresses = address ? [address.email, address.emailKey] : [];
  await tx.delete(notifications).where(eq(notifications.personId, personId));
  await tx.delete(notificationPreferences).where(eq(notificationPreferences.personId, personId));
  await tx.update(reports).set({ words: "" }).where(eq(reports.reporterId, personId));
  // Mails about a change of address went elsewhere; a kept one has the id of its row.
  const theirMails = tx.select({ id: outbox.id }).from(outbox).where(eq(outbox.personId, personId));
  await tx.delete(keptMails).where(inArray(keptMails.id, theirMails));
  await tx.delete(outbox).where(or(eq(outbox.personId, personId), inArray(outbox.address, addresses)));
  await tx.delete(keptMails).where(inArray(keptMails.to, addresses));
  const theirs = tx
    .select({ id: audit.id })
    .from(audit)
    .where(or(eq(audit.actorId, personId), and(eq(audit.subjectKind, "person"), eq(audit.subjectId, personId))));
  // The row and its digest stay: the trail is whole, its personal detail is gone.
  await tx.delete(auditDetails).where(or(inArray(auditDetails.auditId, theirs), inArray(auditDetails.detail, addresses)));
}

/** What identity keeps of a person. Erased last: others look the address up before it goes. */
export const identityPersonData: PersonData = { context: "identity", exportPerson: exportIdentity, erasePerson: eraseIdentity };
const acrossPersonData: PersonData = { context: "across", exportPerson: exportAcross, erasePerson: eraseAcross };

registerPersonData(identityPersonData);
registerPersonData(acrossPersonData);
