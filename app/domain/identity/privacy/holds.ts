import { and, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import { people } from "#db/schema/identity";
import { retentionHolds } from "#db/schema/privacy";
import { DomainError } from "../../kernel/errors";
import type { Db } from "../../kernel/store";

const inForce = (now: Date) => and(isNull(retentionHolds.liftedAt), gt(retentionHolds.until, now));

/** People and rules that a hold protects at `now`, by kind. */
export async function heldSubjects(db: Db, now: Date): Promise<{ people: ReadonlySet<string>; rules: ReadonlySet<string> }> {
  const rows = await db.select({ kind: retentionHolds.subjectKind, id: retentionHolds.subjectId }).from(retentionHolds).where(inForce(now));
  const of = (kind: "person" | "rule") => new Set(rows.filter((row) => row.kind === kind).map(({ id }) => id));
  return { people: of("person"), rules: of("rule") };
}

/** Refuses with "on_hold", and the day until which, when something of the person may not be destroyed yet. Why is not told. */
export async function refuseOnHold(db: Db, personId: string, now: Date): Promise<void> {
  const [latest] = await db
    .select({ until: retentionHolds.until })
    .from(retentionHolds)
    .where(and(eq(retentionHolds.subjectKind, "person"), eq(retentionHolds.subjectId, personId), inForce(now)))
    .orderBy(desc(retentionHolds.until))
    .limit(1);
  if (latest) throw new DomainError("on_hold", { day: latest.until.toISOString().slice(0, 10) });
}

/** Every hold, in force or not, newest first, with the people's names. */
export async function holdsForAdmin(db: Db, now: Date, limit: number) {
  const rows = await db.select().from(retentionHolds).orderBy(desc(retentionHolds.at), desc(retentionHolds.id)).limit(limit);
  const ids = rows.filter(({ subjectKind }) => subjectKind === "person").map(({ subjectId }) => subjectId);
  const named = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids.length > 0 ? ids : [""]));
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return rows.map(({ id, subjectKind, subjectId, reason, at, until, liftedAt }) => ({
    id,
    subjectKind,
    subject: subjectKind === "person" ? (names.get(subjectId) ?? "") : subjectId,
    reason,
    at,
    until,
    isInForce: liftedAt === null && until.getTime() > now.getTime(),
  }));
}
