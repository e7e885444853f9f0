import type { SQL } from "drizzle-orm";
import { and, asc, eq, exists, inArray, isNotNull, isNull, lte, not, notInArray, or, sql } from "drizzle-orm";
import { outbox } from "#db/schema/across";
import { people, roleGrants } from "#db/schema/identity";
import { destructions } from "#db/schema/privacy";
import { STAFF_ROLES } from "../../kernel/actor";
import type { Ctx } from "../../kernel/context";
import { isDomainError } from "../../kernel/errors";
import type { Db, Tx } from "../../kernel/store";
import { after, days } from "../../kernel/time";
import type { MailTemplate } from "../../notifications/enqueue-mail";
import { enqueueMail } from "../../notifications/enqueue-mail";
import { inForce } from "../accounts";
import { erase } from "../erase-me";
import { recipient } from "../mail-facts";
import { heldSubjects } from "./holds";
import type { RuleCode } from "./rules";

const RULE = "accounts" satisfies RuleCode;
const TEMPLATE = "account_unused" satisfies MailTemplate;
/** Milliseconds between the warning and the erasure. */
export const NOTICE = days(30);
/** People warned, or erased, in one run: what is left waits for the next hour. */
const MOST = 200;

/** Open accounts that nobody came into since a moment, of whom no task asks to stay: staff and whoever a hold protects are left out. */
async function unused(db: Db, now: Date, since: Date) {
  const held = await heldSubjects(db, now);
  const isStaff = exists(
    db
      .select({ one: sql`1` })
      .from(roleGrants)
      .where(and(eq(roleGrants.personId, people.id), inArray(roleGrants.role, [...STAFF_ROLES]), inForce(now))),
  );
  const spared = held.people.size > 0 ? notInArray(people.id, [...held.people]) : undefined;
  const here = and(isNull(people.erasedAt), isNull(people.suspendedAt), lte(people.lastUsedAt, since), not(isStaff), spared);
  return held.rules.has(RULE) ? sql`1 = 0` : here;
}

/**
 * Erases accounts that nobody came into for `kept` milliseconds, 30 days after a mail that says so. Who has a staff role, is suspended or
 * is held stays; one whose warning still waits in the outbox or was given up stays too. Returns how many went.
 */
export async function eraseUnused(ctx: Ctx, kept: number): Promise<number> {
  await ctx.store.tx((tx) => beginToCount(tx, ctx));
  await ctx.store.tx((tx) => warn(tx, ctx, kept));
  const due = await ctx.store.db
    .select({ id: people.id })
    .from(people)
    .where(await isDue(ctx.store.db, ctx.now, kept))
    .orderBy(asc(people.unusedWarnedAt), asc(people.id))
    .limit(MOST);
  let gone = 0;
  for (const { id } of due) if (await eraseOne(ctx, kept, id)) gone += 1;
  return gone;
}

/** A condition that a warning is in the outbox: one that was not sent, or any. */
const warned = (db: Db, only?: SQL) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(outbox)
      .where(and(eq(outbox.personId, people.id), eq(outbox.template, TEMPLATE), only)),
  );

/**
 * Accounts from before this was counted begin now, and a warning from before a hold is over when the hold is; so is one that left the
 * outbox since, of which nobody can tell any more whether it was ever sent.
 */
async function beginToCount(tx: Tx, ctx: Ctx): Promise<void> {
  await tx
    .update(people)
    .set({ lastUsedAt: ctx.now })
    .where(and(isNull(people.lastUsedAt), isNull(people.erasedAt)));
  const held = await heldSubjects(tx, ctx.now);
  const whose = held.rules.has(RULE) ? undefined : or(inArray(people.id, [...held.people]), not(warned(tx)));
  await tx
    .update(people)
    .set({ unusedWarnedAt: null })
    .where(and(isNotNull(people.unusedWarnedAt), whose));
}

async function warn(tx: Tx, ctx: Ctx, kept: number): Promise<void> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(await unused(tx, ctx.now, after(ctx.now, NOTICE - kept)), isNull(people.unusedWarnedAt)))
    .orderBy(asc(people.lastUsedAt), asc(people.id))
    .limit(MOST);
  for (const { id: personId } of rows) {
    await tx.update(people).set({ unusedWarnedAt: ctx.now }).where(eq(people.id, personId));
    const dedupeKey = `account_unused:${personId}:${ctx.now.getTime()}`;
    await enqueueMail(tx, ctx, { template: TEMPLATE, personId, dedupeKey });
  }
}

async function isDue(db: Db, now: Date, kept: number) {
  const isUntold = warned(db, isNull(outbox.sentAt));
  return and(await unused(db, now, after(now, -kept)), lte(people.unusedWarnedAt, after(now, -NOTICE)), not(isUntold));
}

async function eraseOne(ctx: Ctx, kept: number, personId: string): Promise<boolean> {
  try {
    return await ctx.store.tx(async (tx) => {
      // Asked again: they may have come in meanwhile.
      const [person] = await tx
        .select({ lastUsedAt: people.lastUsedAt })
        .from(people)
        .where(and(eq(people.id, personId), await isDue(tx, ctx.now, kept)));
      if (!person?.lastUsedAt) return false;
      await erase(tx, ctx, personId);
      const moment = { oldest: person.lastUsedAt, newest: person.lastUsedAt, at: ctx.now };
      await tx.insert(destructions).values({ id: ctx.newId(), rule: RULE, count: 1, ...moment });
      return true;
    });
  } catch (thrown) {
    // What a context has against it is for people to settle; it is asked again in an hour.
    if (isDomainError(thrown)) return false;
    throw thrown;
  }
}

/** What the warning tells: to whom, and the moment from which the account may be gone; null when they came in meanwhile. */
export async function unusedMail(db: Db, personId: string) {
  const to = await recipient(db, personId);
  const [person] = await db.select({ warnedAt: people.unusedWarnedAt }).from(people).where(eq(people.id, personId));
  return to && person?.warnedAt ? { ...to, until: after(person.warnedAt, NOTICE) } : null;
}
