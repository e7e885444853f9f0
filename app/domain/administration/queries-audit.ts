import type { SQL } from "drizzle-orm";
import { and, desc, eq, gte, lt, or, sql } from "drizzle-orm";
import { audit, auditDetails, auditSeals } from "#db/schema/across";
import { emailKey } from "../identity/person";
import { namesOf, personByEmail } from "../identity/queries";
import type { Ctx } from "../kernel/context";
import type { Db } from "../kernel/store";
import { requireAdmin } from "./guard";

export const AUDIT_PAGE = 50;
const EXPORT_PAGE = 500;

/** What is looked for in the trail; an empty field leaves everything. */
export interface AuditAsked {
  /** Id or address of who did it. */
  readonly who: string;
  /** The beginning of what was done: "person." or "idea.planted". */
  readonly what: string;
  /** Id of what it was about. */
  readonly subject: string;
  readonly from: Date | null;
  /** The first moment that is not asked for. */
  readonly until: Date | null;
}
/** The last row of the page before: rows are told newest first. */
export interface AuditAfter {
  readonly at: Date;
  readonly id: string;
}
type AdminCtx = Pick<Ctx, "store" | "actor">;

/** One page of the trail, newest first, with the detail where it is still kept and the seal where there is one; in four statements at most. */
export async function auditTrail(ctx: AdminCtx, asked: AuditAsked, after?: AuditAfter) {
  requireAdmin(ctx);
  const { db } = ctx.store;
  const rows = await trailRows(db, await conditionOf(db, asked), after, AUDIT_PAGE + 1);
  const page = rows.slice(0, AUDIT_PAGE);
  const names = await namesOf(
    db,
    page.flatMap(({ row }) => row.actorId ?? []),
  );
  return {
    more: rows.length > AUDIT_PAGE,
    rows: page.map(({ row, detail, sealNo }) => ({
      ...row,
      actorName: row.actorId === null ? null : (names.get(row.actorId) ?? null),
      detail,
      /** Its number in the chain; null while it waits for the next run. */
      sealNo,
    })),
  };
}

/** Everything that is asked for, a page in memory at a time, without the details: ids and names of fields only. */
export async function* auditPages(ctx: AdminCtx, asked: AuditAsked) {
  requireAdmin(ctx);
  const { db } = ctx.store;
  const condition = await conditionOf(db, asked);
  let after: AuditAfter | undefined;
  for (;;) {
    const page = await trailRows(db, condition, after, EXPORT_PAGE);
    yield page.map(({ row, sealNo, sealHash }) => ({ ...row, sealNo, sealHash }));
    const last = page.at(-1);
    if (!last || page.length < EXPORT_PAGE) return;
    after = last.row;
  }
}

async function conditionOf(db: Db, { who, what, subject, from, until }: AuditAsked): Promise<SQL | undefined> {
  const actorId = who.includes("@") ? ((await personByEmail(db, emailKey(who)))?.id ?? "") : who;
  return and(
    who === "" ? undefined : eq(audit.actorId, actorId),
    what === "" ? undefined : sql`${audit.action} like ${`${what.replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`,
    subject === "" ? undefined : eq(audit.subjectId, subject),
    from ? gte(audit.at, from) : undefined,
    until ? lt(audit.at, until) : undefined,
  );
}

async function trailRows(db: Db, condition: SQL | undefined, after: AuditAfter | undefined, limit: number) {
  const older = after ? or(lt(audit.at, after.at), and(eq(audit.at, after.at), lt(audit.id, after.id))) : undefined;
  return db
    .select({ row: audit, detail: auditDetails.detail, sealNo: auditSeals.no, sealHash: auditSeals.hash })
    .from(audit)
    .leftJoin(auditDetails, eq(auditDetails.auditId, audit.id))
    .leftJoin(auditSeals, eq(auditSeals.auditId, audit.id))
    .where(and(condition, older))
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(limit);
}
