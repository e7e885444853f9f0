import { sql } from "drizzle-orm";
import type { Store } from "~/domain/kernel/store";

/** What the process and the database say of themselves. */
export interface MachineHealth {
  readonly dialect: Store["dialect"];
  /** Bytes of the database. */
  readonly databaseBytes: number;
  /** Migrations that were applied. */
  readonly migrations: number;
  /** Bytes of memory of this process. */
  readonly memoryBytes: number;
  /** Seconds this process runs. */
  readonly uptimeSeconds: number;
}

/** Asks them, in two statements. */
export async function machineHealth({ db, dialect }: Store): Promise<MachineHealth> {
  const isSqlite = dialect === "sqlite";
  const bytes = isSqlite ? sql`pages.page_count * sizes.page_size` : sql`pg_database_size(current_database())`;
  const [size] = await db
    .select({ n: bytes.mapWith(Number) })
    .from(isSqlite ? sql`pragma_page_count() pages, pragma_page_size() sizes` : sql`(select 1) one`);
  const [applied] = await db
    .select({ n: sql`count(*)`.mapWith(Number) })
    .from(isSqlite ? sql`__drizzle_migrations` : sql`drizzle.__drizzle_migrations`);
  return {
    dialect,
    databaseBytes: size?.n ?? 0,
    migrations: applied?.n ?? 0,
    memoryBytes: process.memoryUsage.rss(),
    uptimeSeconds: Math.floor(process.uptime()),
  };
}
