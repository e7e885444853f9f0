import type { SQL } from "drizzle-orm";
import { and, asc, eq, inArray, isNotNull, isNull, lte, notInArray, or } from "drizzle-orm";
import { signIns, signInSteps } from "#db/schema/access";
import { jobs, keptMails, notifications, outbox, reports } from "#db/schema/across";
import { companyRegistrations } from "#db/schema/companies";
import { emailChanges } from "#db/schema/email-change";
import { ideaDrafts } from "#db/schema/ideas";
import { invites, people, tokens } from "#db/schema/identity";
import { calendarFeeds, unsubscribeTokens } from "#db/schema/notifications";
import type { AnyColumn, AnyTable } from "#db/schema/privacy";
import { destructions } from "#db/schema/privacy";
import { termMoves } from "#db/schema/terms";
import type { Ctx } from "../../kernel/context";
import type { Tx } from "../../kernel/store";
import { after, days } from "../../kernel/time";
import { heldSubjects } from "./holds";
import { RETENTION_RULES } from "./rules";
import type { RuleCode } from "./rules";
import { eraseUnused } from "./unused-accounts";

/** Where the rows of a rule lie: their key, the moment that counts, whose they are (by id, or by address), and which of them. */
interface Source {
  readonly table: AnyTable;
  readonly key: AnyColumn;
  readonly at: AnyColumn;
  readonly person?: AnyColumn;
  readonly address?: AnyColumn;
  readonly only?: SQL;
}

const OF_OUTBOX = { table: outbox, key: outbox.id, person: outbox.personId, address: outbox.address };

const OF_COMPANIES = { table: companyRegistrations, key: companyRegistrations.id, address: companyRegistrations.emailKey };

const SOURCES: Readonly<Record<Exclude<RuleCode, "accounts">, readonly Source[]>> = {
  steps: [{ table: signInSteps, key: signInSteps.hash, at: signInSteps.expiresAt, person: signInSteps.personId }],
  tokens: [{ table: tokens, key: tokens.hash, at: tokens.expiresAt, person: tokens.personId, address: tokens.emailKey }],
  companies_begun: [{ ...OF_COMPANIES, at: companyRegistrations.createdAt, only: eq(companyRegistrations.state, "begun") }],
  companies_ended: [
    {
      ...OF_COMPANIES,
      at: companyRegistrations.endedAt,
      person: companyRegistrations.personId,
      only: inArray(companyRegistrations.state, ["refused", "withdrawn", "lapsed"]),
    },
  ],
  // What a visitor began and nobody came back for; a person's own drafts stay theirs.
  drafts: [{ table: ideaDrafts, key: ideaDrafts.id, at: ideaDrafts.updatedAt, only: isNull(ideaDrafts.personId) }],
  email_changes: [{ table: emailChanges, key: emailChanges.id, at: emailChanges.stopUntil, person: emailChanges.personId }],
  kept_mails: [{ table: keptMails, key: keptMails.id, at: keptMails.at, address: keptMails.to }],
  term_moves: [{ table: termMoves, key: termMoves.id, at: termMoves.at }],
  // Sent, or given up: what nobody sent names somebody too.
  outbox: [
    { ...OF_OUTBOX, at: outbox.sentAt },
    { ...OF_OUTBOX, at: outbox.gaveUpAt, only: isNull(outbox.sentAt) },
  ],
  jobs: [
    { table: jobs, key: jobs.id, at: jobs.doneAt },
    { table: jobs, key: jobs.id, at: jobs.gaveUpAt, only: isNull(jobs.doneAt) },
  ],
  notices: [{ table: notifications, key: notifications.id, at: notifications.readAt, person: notifications.personId }],
  calendars: [{ table: calendarFeeds, key: calendarFeeds.id, at: calendarFeeds.revokedAt, person: calendarFeeds.personId }],
  // Nobody answered: whoever has an account now keeps the one that gave it.
  invites: [{ table: invites, key: invites.id, at: invites.dueAt, address: invites.emailKey, only: isNull(invites.acceptedAt) }],
  sign_ins: [{ table: signIns, key: signIns.id, at: signIns.at, person: signIns.personId }],
  mail_links: [
    { table: unsubscribeTokens, key: unsubscribeTokens.hash, at: unsubscribeTokens.createdAt, person: unsubscribeTokens.personId },
  ],
  reports: [{ table: reports, key: reports.id, at: reports.closedAt, person: reports.reporterId }],
};

/** Rows that go in one transaction: few enough that nobody waits for them. */
const BATCH = 500;
/** Transactions of one rule in one run; what is left waits for the next hour. */
const MOST_BATCHES = 200;

/**
 * Removes what the rules say is over, a batch a transaction, each with its row in the log of destruction. Rules and people
 * on which a hold lies are left alone. Returns how many rows went, by rule.
 */
export async function runRetention(ctx: Ctx): Promise<ReadonlyMap<RuleCode, number>> {
  const gone = new Map<RuleCode, number>();
  for (const { code, days: kept } of RETENTION_RULES) {
    let count = 0;
    if (code === "accounts") count = await eraseUnused(ctx, days(kept));
    else for (const source of SOURCES[code]) count += await removeAll(ctx, code, source, after(ctx.now, -days(kept)));
    if (count > 0) gone.set(code, count);
  }
  return gone;
}

async function removeAll(ctx: Ctx, code: RuleCode, source: Source, until: Date): Promise<number> {
  let gone = 0;
  for (let i = 0; i < MOST_BATCHES; i += 1) {
    const count = await ctx.store.tx((tx) => removeBatch(tx, ctx, { code, source, until }));
    gone += count;
    if (count < BATCH) break;
  }
  return gone;
}

interface Asked {
  readonly code: RuleCode;
  readonly source: Source;
  readonly until: Date;
}

async function removeBatch(tx: Tx, ctx: Ctx, { code, source, until }: Asked): Promise<number> {
  // Asked in the same transaction: a hold that was just placed counts.
  const held = await heldSubjects(tx, ctx.now);
  if (held.rules.has(code)) return 0;
  const { table, key, at, person, address, only } = source;
  const free = and(unlessIn(person, held.people), unlessIn(address, held.people.size > 0 ? await addressesOf(tx, held.people) : []));
  const rows = await tx
    .select({ key, at })
    .from(table)
    .where(and(isNotNull(at), lte(at, until), only, free))
    .orderBy(asc(at), asc(key))
    .limit(BATCH);
  const [oldest, newest] = [rows[0], rows.at(-1)];
  if (!oldest || !newest) return 0;
  await tx.delete(table).where(
    inArray(
      key,
      rows.map((row) => row.key),
    ),
  );
  await tx.insert(destructions).values({
    id: ctx.newId(),
    rule: code,
    count: rows.length,
    oldest: momentOf(oldest.at),
    newest: momentOf(newest.at),
    at: ctx.now,
  });
  return rows.length;
}

/** Leaves out rows that are of somebody on whom a hold lies. */
function unlessIn(column: AnyColumn | undefined, held: Iterable<string>): SQL | undefined {
  const values = [...held];
  return column && values.length > 0 ? or(isNull(column), notInArray(column, values)) : undefined;
}

/** Their addresses, as they stand in mails and as they are looked up. */
async function addressesOf(tx: Tx, personIds: ReadonlySet<string>): Promise<string[]> {
  const rows = await tx
    .select({ email: people.email, emailKey: people.emailKey })
    .from(people)
    .where(inArray(people.id, [...personIds]));
  return rows.flatMap(({ email, emailKey }) => [email, emailKey]);
}

/** A column without a name of its own type gives what it holds: a moment. */
function momentOf(value: unknown): Date {
  if (!(value instanceof Date)) throw new TypeError("not a moment");
  return value;
}
