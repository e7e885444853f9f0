import type { StoreOptions } from "#db/store";
import type { Env } from "./env";

type Settings = Pick<Env, "DATA_DIR" | "DATABASE_URL" | "DATABASE_DIRECT_URL">;

/** The database as pages and background work use it. Who names a way past a pooler has one. */
export function placeOf(env: Settings & Pick<Env, "DATABASE_CONNECTIONS">): StoreOptions {
  const pooled = env.DATABASE_DIRECT_URL !== undefined;
  return { dataDir: env.DATA_DIR, databaseUrl: env.DATABASE_URL, connections: env.DATABASE_CONNECTIONS, pooled };
}

/** The same database past a pooler: for what holds on to one connection, such as migrations (a lock) and backups (one moment of all tables). */
export function directPlaceOf(env: Settings): StoreOptions {
  return { dataDir: env.DATA_DIR, databaseUrl: env.DATABASE_DIRECT_URL ?? env.DATABASE_URL };
}
