import { and, asc, count, desc, eq, gt, gte, isNull, lt } from "drizzle-orm";
import { audit, auditSeals } from "#db/schema/across";
import { sha256 } from "./audit";
import type { Ctx } from "./context";
import { DomainError } from "./errors";
import type { Db, Tx } from "./store";
import { days } from "./time";

type AuditRow = typeof audit.$inferSelect;

/** Before the first seal. */
const GENESIS = "";
/** Rows sealed in one transaction, and transactions in one run: writers never wait long. */
const BATCH = 250;
const BATCHES = 400;
/** A row is committed well within this time after its own moment; whatever comes later was put in afterwards. */
const LATE = days(1);

/** The hash of a row in the chain. Everything of the row counts; its detail counts by its digest, so that it can be erased. */
export function sealOf(no: number, before: string, row: AuditRow): string {
  const { id, actorId, action, subjectKind, subjectId, fields, detailDigest, via, requestId, at } = row;
  return sha256(
    JSON.stringify([no, before, id, actorId, action, subjectKind, subjectId, fields, detailDigest, via, requestId, at.getTime()]),
  );
}

/** Seals committed rows of the trail that are not sealed yet, oldest first, and tells how many. Of two runs at once each row is sealed by one. */
export async function sealAudit(ctx: Pick<Ctx, "store" | "now">): Promise<number> {
  let sealed = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const more = await ctx.store.tx((tx) => sealBatch(tx, ctx.now));
    sealed += more;
    if (more < BATCH) break;
  }
  return sealed;
}

async function sealBatch(tx: Tx, now: Date): Promise<number> {
  const last = await lastSeal(tx);
  const rows = await tx
    .select({ row: audit })
    .from(audit)
    .leftJoin(auditSeals, eq(auditSeals.auditId, audit.id))
    .where(and(isNull(auditSeals.no), last ? gte(audit.at, new Date(last.of.getTime() - LATE)) : undefined))
    .orderBy(asc(audit.at), asc(audit.id))
    .limit(BATCH);
  let [no, hash] = [last?.no ?? 0, last?.hash ?? GENESIS];
  const seals = rows.map(({ row }) => {
    no += 1;
    hash = sealOf(no, hash, row);
    return { no, auditId: row.id, hash, at: now };
  });
  if (seals.length === 0) return 0;
  const made = await tx.insert(auditSeals).values(seals).onConflictDoNothing().returning({ no: auditSeals.no });
  // Somebody else sealed at the same moment: these hashes follow an older one.
  if (made.length !== seals.length) throw new DomainError("conflict");
  return made.length;
}

/** The newest seal, with the moment of the row it seals. */
async function lastSeal(db: Db): Promise<{ no: number; hash: string; of: Date } | undefined> {
  const [last] = await db
    .select({ no: auditSeals.no, hash: auditSeals.hash, of: audit.at })
    .from(auditSeals)
    .innerJoin(audit, eq(audit.id, auditSeals.auditId))
    .orderBy(desc(auditSeals.no))
    .limit(1);
  return last;
}

export interface AuditState {
  readonly sealed: number;
  /** Rows that the next run will seal. */
  readonly waiting: number;
  /** The hash of the newest seal; kept elsewhere, it proves later that nothing before it changed. Null without a seal. */
  readonly head: string | null;
  /** What is wrong, in words for whoever keeps the server; empty when the chain holds. */
  readonly problems: readonly string[];
}

const PROBLEMS_MAX = 20;
const PAGE = 1_000;

/**
 * Goes through the whole chain: every seal follows the one before, and every sealed row is as it was. With `known` (a head noted
 * earlier) it also has to be one of the seals, so that nothing was cut off behind it. At most 20 problems are told.
 */
export async function verifyAudit(db: Db, known?: string): Promise<AuditState> {
  const problems: string[] = [];
  let [sealed, hash, seen] = [0, GENESIS, known === undefined];
  for (;;) {
    const page = await db
      .select({ seal: auditSeals, row: audit })
      .from(auditSeals)
      .leftJoin(audit, eq(audit.id, auditSeals.auditId))
      .where(gt(auditSeals.no, sealed))
      .orderBy(asc(auditSeals.no))
      .limit(PAGE);
    for (const { seal, row } of page) {
      if (seal.no !== sealed + 1) problems.push(`seals ${sealed + 1} to ${seal.no - 1} are gone`);
      if (!row) problems.push(`seal ${seal.no}: audit row ${seal.auditId} is gone`);
      else if (sealOf(seal.no, hash, row) !== seal.hash)
        problems.push(`seal ${seal.no}: audit row ${seal.auditId} or the chain before it was changed`);
      [sealed, hash] = [seal.no, seal.hash];
      if (hash === known) seen = true;
    }
    if (page.length < PAGE || problems.length >= PROBLEMS_MAX) break;
  }
  if (!seen) problems.push(`no seal has the hash ${known}`);
  const { waiting, late } = await unsealed(db);
  if (late > 0) problems.push(`${late} audit rows were put in after their time: older than what is sealed, and not sealed`);
  return { sealed, waiting, head: sealed === 0 ? null : hash, problems: problems.slice(0, PROBLEMS_MAX) };
}

async function unsealed(db: Db): Promise<{ waiting: number; late: number }> {
  const last = await lastSeal(db);
  const open = async (old?: Date): Promise<number> => {
    const [row] = await db
      .select({ rows: count() })
      .from(audit)
      .leftJoin(auditSeals, eq(auditSeals.auditId, audit.id))
      .where(and(isNull(auditSeals.no), old ? lt(audit.at, old) : undefined));
    return Number(row?.rows ?? 0);
  };
  const late = last ? await open(new Date(last.of.getTime() - LATE)) : 0;
  return { waiting: (await open()) - late, late };
}
