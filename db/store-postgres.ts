import type { Logger } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Db, PoolState, Store, Tx } from "../app/domain/kernel/store";

// Counts and sums are numbers on SQLite; PostgreSQL's driver gives them as text unless told. Ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

const RETRIES = 12;
/** Tries that a transaction makes side by side with all others; after these it waits for its turn. */
const FREE_TRIES = 2;
const BEGIN = "BEGIN ISOLATION LEVEL SERIALIZABLE";
/**
 * One turn at a time over all servers, given back by COMMIT or ROLLBACK; whoever does not ask for a turn does not notice it. LOCK TABLE
 * rather than an advisory lock: it alone waits before the transaction has seen anything, so what the one before it wrote is no conflict.
 */
const BEGIN_IN_TURN = `${BEGIN}; LOCK TABLE campuses IN SHARE UPDATE EXCLUSIVE MODE`;
/** A server that hangs in the middle of a transaction loses it after this, so that the turns of the others go on. */
const HUNG_MS = 60_000;
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

/** The scale-out store: a pool that cannot write, and serializable transactions tried again when they clash, by turns when many do. */
export function openPostgres(databaseUrl: string, drizzleOptions: { logger?: Logger } = {}): Store {
  const readers = new pg.Pool({ connectionString: databaseUrl, max: 16, options: "-c default_transaction_read_only=on" });
  const writers = new pg.Pool({ connectionString: databaseUrl, max: 8, options: `-c idle_in_transaction_session_timeout=${HUNG_MS}` });
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
          return await once(client, attempt > FREE_TRIES || crowd > 0 ? BEGIN_IN_TURN : BEGIN, fn);
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
