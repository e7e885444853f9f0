import type { SQLWrapper } from "drizzle-orm";
import { and, asc, count, gte, isNull, lt, sql, sum } from "drizzle-orm";
import { signIns } from "#db/schema/access";
import { audit, jobs, notifications, outbox } from "#db/schema/across";
import { entryFiles } from "#db/schema/awards-files";
import { comments, ideas, ideaVersions } from "#db/schema/ideas";
import { people, sessions } from "#db/schema/identity";
import { photos } from "#db/schema/photos";
import { bookings } from "#db/schema/scheduling";
import { latestBackups } from "../kernel/backups";
import type { Ctx } from "../kernel/context";
import { days } from "../kernel/time";
import { requireAdmin } from "./guard";
import { queueCounts } from "./queries-queue";
import type { ChartName, Table } from "./health";
import { CHART_DAYS } from "./health";

const TABLES = { people, sessions, ideas, ideaVersions, comments, bookings, notifications, outbox, jobs, audit } as const;

const BACKUPS_SHOWN = 10;

const SERIES = {
  sign_ins: { table: signIns, at: signIns.at },
  ideas: { table: ideas, at: ideas.plantedAt },
  bookings: { table: bookings, at: bookings.createdAt },
  mails: { table: outbox, at: outbox.sentAt },
} as const;

/** How the instance does: rows of the big tables, bytes of files, the oldest job that waits, what the queues hold, and four numbers a day, and the newest backups. For admins. */
export async function healthOf(ctx: Pick<Ctx, "store" | "actor" | "now">) {
  requireAdmin(ctx);
  const { db } = ctx.store;
  const rows: { table: Table; n: number }[] = [];
  for (const [name, table] of Object.entries(TABLES)) {
    const [found] = await db.select({ n: count() }).from(table);
    rows.push({ table: name as Table, n: Number(found?.n ?? 0) });
  }
  const [files] = await db.select({ n: count(), bytes: sum(entryFiles.size) }).from(entryFiles);
  const [faces] = await db.select({ n: count(), small: sum(photos.smallSize), large: sum(photos.largeSize) }).from(photos);
  const [oldest] = await db
    .select({ kind: jobs.kind, runAt: jobs.runAt })
    .from(jobs)
    .where(and(isNull(jobs.doneAt), isNull(jobs.gaveUpAt)))
    .orderBy(asc(jobs.runAt), asc(jobs.id))
    .limit(1);
  const charts: { name: ChartName; values: number[] }[] = [];
  for (const [name, { table, at }] of Object.entries(SERIES)) {
    charts.push({ name: name as ChartName, values: await perDay(ctx, table, at) });
  }
  return {
    rows,
    // A photo lies there in two sizes.
    files: {
      n: Number(files?.n ?? 0) + 2 * Number(faces?.n ?? 0),
      bytes: Number(files?.bytes ?? 0) + Number(faces?.small ?? 0) + Number(faces?.large ?? 0),
    },
    oldest: oldest ?? null,
    mails: await queueCounts(db, "outbox", ctx.now),
    jobs: await queueCounts(db, "jobs", ctx.now),
    charts,
    backups: await latestBackups(db, BACKUPS_SHOWN),
  };
}

/** How many rows there were on each of the last 30 days (UTC), the present one last. */
async function perDay(
  { store, now }: Pick<Ctx, "store" | "now">,
  table: (typeof SERIES)[ChartName]["table"],
  at: SQLWrapper,
): Promise<number[]> {
  const today = Math.floor(now.getTime() / days(1));
  const first = today - CHART_DAYS + 1;
  // The zone of the sum is whole numbers on both engines.
  const day = sql<number>`${at} / 86400000`;
  const rows = await store.db
    .select({ day: day.mapWith(Number), n: count() })
    .from(table)
    .where(and(gte(at as SQLWrapper, sql`${first * days(1)}`), lt(at, sql`${(today + 1) * days(1)}`)))
    .groupBy(sql`1`);
  const byDay = new Map(rows.map(({ day: on, n }) => [Math.floor(on), Number(n)]));
  return Array.from({ length: CHART_DAYS }, (_, i) => byDay.get(first + i) ?? 0);
}
