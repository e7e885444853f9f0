import type { Logger } from "drizzle-orm";
import type { Store } from "../app/domain/kernel/store";
import { dialect } from "./dialect";

export interface StoreOptions {
  /** `postgres://…`; without it the embedded database in `dataDir` is used. */
  readonly databaseUrl?: string;
  /** Connections to PostgreSQL that are open at most; 24 when absent. */
  readonly connections?: number;
  /** The address is that of a pooler that lends a connection for one transaction at a time. */
  readonly pooled?: boolean;
  /** Folder of the embedded database file `broeikas.db`. */
  readonly dataDir: string;
  /** Told of each statement before it runs; costs nothing when absent. BEGIN and COMMIT are not told. */
  readonly onStatement?: (statement: string) => void;
}

/** What drizzle is opened with: a logger only when somebody listens. */
export function listening(options: Pick<StoreOptions, "onStatement">): { logger?: Logger } {
  const { onStatement } = options;
  return onStatement ? { logger: { logQuery: (statement) => onStatement(statement) } } : {};
}

/** Opens the store of the engine this process was started for. Throws when DATABASE_URL and the loaded dialect disagree. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const wanted = options.databaseUrl ? "postgres" : "sqlite";
  if (wanted !== dialect) throw new Error(`DATABASE_URL must be set before start: this process speaks ${dialect}, not ${wanted}`);
  if (options.databaseUrl)
    return (await import("./store-postgres")).openPostgres(options.databaseUrl, { ...options, ...listening(options) });
  return (await import("./store-sqlite")).openSqlite(options.dataDir, listening(options));
}
