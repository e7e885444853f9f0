import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import type { Logger } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { Db, Store, Tx } from "../app/domain/kernel/store";

export const SQLITE_FILE = "broeikas.db";

/** Opens one connection with the settings that keep every acknowledged write through a crash. */
export function connectSqlite(file: string, readonly = false): Database.Database {
  const client = new Database(file, { readonly });
  client.pragma("busy_timeout = 5000");
  if (!readonly) {
    client.pragma("journal_mode = WAL");
    // better-sqlite3 opens WAL files with NORMAL, which may lose the last commits at a power cut.
    client.pragma("synchronous = FULL");
    client.pragma("foreign_keys = ON");
  }
  client.pragma("cache_size = -65536");
  client.pragma("mmap_size = 268435456");
  return client;
}

/** The embedded store: one writer, one read-only connection, in this process alone. */
export function openSqlite(dataDir: string, drizzleOptions: { logger?: Logger } = {}): Store {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, SQLITE_FILE);
  const writer = connectSqlite(file);
  const reader = connectSqlite(file, true);
  const writeDb = drizzle(writer, drizzleOptions) as unknown as Tx;
  let queue: Promise<unknown> = Promise.resolve();

  async function once<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    writer.exec("BEGIN IMMEDIATE");
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
    db: drizzle(reader, drizzleOptions) as unknown as Db,
    tx: (fn) => {
      const run = queue.then(() => once(fn));
      queue = run.catch(() => undefined);
      return run;
    },
    close: async () => {
      await queue;
      reader.close();
      writer.close();
    },
  };
}
