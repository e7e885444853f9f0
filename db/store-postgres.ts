import type { Logger } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Db, PoolState, Store, Tx } from "../app/domain/kernel/store";

// Counts and sums are numbers on SQLite; PostgreSQL's driver gives them as text unless told. Ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

const CONNECTIONS = 24;
const RETRIES = 12;
/** Tries that a transaction makes side by side with all others; after these it waits for its turn. */
const FREE_TRIES = 2;
const BEGIN = "BEGIN ISOLATION LEVEL SERIALIZABLE";
/**
 * One turn at a time over all servers, given back by COMMIT or ROLLBACK; whoever does not ask for a turn does not notice it. LOCK TABLE
 * rather than an advisory lock: it alone waits before the transaction has seen anything, so what the one before it wrote is no conflict.
 */
const IN_TURN = "; LOCK TABLE campuses IN SHARE UPDATE EXCLUSIVE MODE";
/** A server that hangs in the middle of a transaction loses it after this, so that the turns of the others go on. */
const HUNG = "idle_in_transaction_session_timeout=60000";
const SERIALIZATION_FAILURES = new Set(["40001", "40P01"]);

function codeOf(thrown: unknown): string | undefined {
  // drizzle wraps what the driver threw and keeps it as the cause.
  for (let at = thrown; at instanceof Error; at = at.cause) {
    const { code } = at as { code?: unknown };
    if (typeof code === "string" && SERIALIZATION_FAILURES.has(code)) return code;
  }
  return undefined;
}

const stateOf = (name: PoolState["name"], { totalCount: total, idleCount: idle, waitingCount: waiting }: pg.Pool): PoolState => ({
  name,
  total,
  idle,
  waiting,
});

/** How the pools are opened. */
export interface PostgresOptions {
  /** Connections that are open at most, a third of them to write; 24 when absent. */
  readonly connections?: number;
  /** Behind a pooler that lends a connection for one transaction at a time: nothing is kept in a connection, neither settings nor statements. */
  readonly pooled?: boolean;
  readonly logger?: Logger;
}

/** Parses each statement anew: a named one would lie in a connection that somebody else gets next. */
class NamelessClient extends pg.Client {
  override query = ((asked: unknown, ...rest: unknown[]): unknown => {
    const nameless = typeof asked === "object" && asked !== null && "name" in asked ? { ...asked, name: undefined } : asked;
    return (super.query as (...all: unknown[]) => unknown)(nameless, ...rest);
  }) as pg.Client["query"];
}

/** The scale-out store: a pool that cannot write, and serializable transactions tried again when they clash, by turns when many do. */
export function openPostgres(databaseUrl: string, { connections = CONNECTIONS, pooled = false, logger }: PostgresOptions = {}): Store {
  const drizzleOptions = logger ? { logger } : {};
  const poolOf = (max: number, setting: string): pg.Pool =>
    new pg.Pool({ connectionString: databaseUrl, max, ...(pooled ? { Client: NamelessClient } : { options: `-c ${setting}` }) });
  const writing = Math.max(1, Math.round(connections / 3));
  const readers = poolOf(Math.max(1, connections - writing), "default_transaction_read_only=on");
  const writers = poolOf(writing, HUNG);
  const begin = pooled ? `${BEGIN}; SET LOCAL ${HUNG}` : BEGIN;
  for (const pool of [readers, writers]) {
    pool.on("error", () => undefined);
    // A client that is lent out has no listener of the pool's: without one, a cut connection ends the whole process.
    pool.on("connect", (client) => client.on("error", () => undefined));
  }

  async function once<T>(client: pg.PoolClient, begin: string, fn: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      await client.query(begin);
      const value = await fn(drizzle(client, drizzleOptions) as unknown as Tx);
      const { command } = await client.query("COMMIT");
      // What PostgreSQL makes of it when a failed statement was caught on the way: nothing is kept, and nobody told.
      if (command !== "COMMIT") throw new Error("a failed statement was caught within its transaction, so nothing was written");
      return value;
    } catch (thrown) {
      await client.query("ROLLBACK").catch(() => undefined);
      throw thrown;
    }
  }

  /** Transactions of this process that had their free tries. While there are any, the others take turns as well: in a crowd all would fail together. */
  let crowd = 0;

  async function tx<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await writers.connect();
    let attempt = 1;
    try {
      for (; ; attempt += 1) {
        try {
          return await once(client, attempt > FREE_TRIES || crowd > 0 ? begin + IN_TURN : begin, fn);
        } catch (thrown) {
          if (!codeOf(thrown) || attempt >= RETRIES) throw thrown;
          if (attempt === FREE_TRIES) crowd += 1;
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 8 * attempt));
        }
      }
    } finally {
      if (attempt > FREE_TRIES) crowd -= 1;
      client.release();
    }
  }

  return {
    dialect: "postgres",
    db: drizzle(readers, drizzleOptions) as unknown as Db,
    tx,
    pools: () => [stateOf("read", readers), stateOf("write", writers)],
    close: async () => {
      await Promise.all([readers.end(), writers.end()]);
    },
  };
}
