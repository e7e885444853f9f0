import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Logger, SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Db, Store, Tx } from "../app/domain/kernel/store";

export const SQLITE_FILE = "broeikas.db";

/** Milliseconds that a write waits for another process (the command line, or a tool) that is writing. */
const PATIENCE_MS = 5_000;
/** Milliseconds between two looks whether it is done. */
const LOOK_MS = 15;

/** Opens one connection with the settings that keep every acknowledged write through a crash. */
export function connectSqlite(file: string, readonly = false): Database.Database {
  const client = new Database(file, { readonly });
  client.pragma(`busy_timeout = ${PATIENCE_MS}`);
  if (!readonly) {
    client.pragma("journal_mode = WAL");
    // better-sqlite3 opens WAL files with NORMAL, which may lose the last commits at a power cut.
    client.pragma("synchronous = FULL");
    client.pragma("foreign_keys = ON");
  }
  client.pragma("cache_size = -65536");
  client.pragma("mmap_size = 268435456");
  // An ORDER BY with a LIMIT, a DISTINCT and a long IN each open a small table of their own: in a file that takes longer than the rest of the statement.
  client.pragma("temp_store = MEMORY");
  return client;
}

/** What builds statements of Drizzle 0.45; the version is pinned, and a test looks at the statements. */
interface Building {
  readonly dialect: { buildLimit(limit: unknown): SQL | undefined };
}

/**
 * A handle whose limits stand in the statement as numbers. SQLite plans a statement anew at each run when its limit is a bound value, since
 * it may change the plan: that took three quarters of the time of a page's statements.
 */
function handleOn(client: Database.Database, drizzleOptions: { logger?: Logger }): unknown {
  const handle = drizzle(client, drizzleOptions);
  const { dialect } = handle as unknown as Building;
  const bound = dialect.buildLimit.bind(dialect);
  dialect.buildLimit = (limit) =>
    typeof limit === "number" && Number.isSafeInteger(limit) && limit >= 0 ? sql` limit ${sql.raw(String(limit))}` : bound(limit);
  return handle;
}

const isBusy = (thrown: unknown): boolean => thrown instanceof Database.SqliteError && thrown.code.startsWith("SQLITE_BUSY");

/** The embedded store: one writer, one read-only connection, in this process alone. */
export function openSqlite(dataDir: string, drizzleOptions: { logger?: Logger } = {}): Store {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, SQLITE_FILE);
  const writer = connectSqlite(file);
  const reader = connectSqlite(file, true);
  // SQLite would wait by keeping the whole process waiting, readers included.
  writer.pragma("busy_timeout = 0");
  const writeDb = handleOn(writer, drizzleOptions) as Tx;
  let queue: Promise<unknown> = Promise.resolve();
  let queued = 0;

  async function begin(until: number): Promise<void> {
    for (;;) {
      try {
        return void writer.exec("BEGIN IMMEDIATE");
      } catch (thrown) {
        if (!isBusy(thrown) || performance.now() > until) throw thrown;
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    }
  }

  async function once<T>(fn: (tx: Tx) => Promise<T>, until: number): Promise<T> {
    await begin(until);
    try {
      const value = await fn(writeDb);
      writer.exec("COMMIT");
      return value;
    } catch (thrown) {
      if (writer.inTransaction) writer.exec("ROLLBACK");
      throw thrown;
    }
  }

  return {
    dialect: "sqlite",
    db: handleOn(reader, drizzleOptions) as Db,
    tx: (fn) => {
      queued += 1;
      // Counted from here, not from its turn: those that stand in a row behind a lock are all answered when its time is up.
      const until = performance.now() + PATIENCE_MS;
      const run = queue.then(() => once(fn, until)).finally(() => (queued -= 1));
      queue = run.catch(() => undefined);
      return run;
    },
    pools: () => [
      { name: "read", total: 1, idle: 1, waiting: 0 },
      { name: "write", total: 1, idle: queued === 0 ? 1 : 0, waiting: Math.max(0, queued - 1) },
    ],
    close: async () => {
      await queue;
      reader.close();
      writer.close();
    },
  };
}
