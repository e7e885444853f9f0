import type { Logger } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Db, Store, Tx } from "../app/domain/kernel/store";

// Counts and sums are numbers on SQLite; PostgreSQL's driver gives them as text unless told. Ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

const RETRIES = 12;
const SERIALIZATION_FAILURES = new Set(["40001", "40P01"]);

function codeOf(thrown: unknown): string | undefined {
  // drizzle wraps what the driver threw and keeps it as the cause.
  for (let at = thrown; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === "string" && SERIALIZATION_FAILURES.has(code)) return code;
  }
  return undefined;
}

/** The scale-out store: a pool that cannot write, and serializable transactions tried again when they clash. */
export function openPostgres(databaseUrl: string, drizzleOptions: { logger?: Logger } = {}): Store {
  const readers = new pg.Pool({ connectionString: databaseUrl, max: 16, options: "-c default_transaction_read_only=on" });
  const writers = new pg.Pool({ connectionString: databaseUrl, max: 8 });
  for (const pool of [readers, writers]) {
    pool.on("error", () => undefined);
    // A client that is lent out has no listener of the pool's: without one, a cut connection ends the whole process.
    pool.on("connect", (client) => client.on("error", () => undefined));
  }

  async function once<T>(client: pg.PoolClient, fn: (tx: Tx) => Promise<T>): Promise<T> {
    await client.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
    try {
      const value = await fn(drizzle(client, drizzleOptions) as unknown as Tx);
      await client.query("COMMIT");
      return value;
    } catch (thrown) {
      await client.query("ROLLBACK").catch(() => undefined);
      throw thrown;
    }
  }

  async function tx<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await writers.connect();
    try {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await once(client, fn);
        } catch (thrown) {
          if (!codeOf(thrown) || attempt >= RETRIES) throw thrown;
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 8 * attempt));
        }
      }
    } finally {
      client.release();
    }
  }

  return {
    dialect: "postgres",
    db: drizzle(readers, drizzleOptions) as unknown as Db,
    tx,
    close: async () => {
      await Promise.all([readers.end(), writers.end()]);
    },
  };
}
