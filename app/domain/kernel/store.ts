import type { NodePgDatabase } from "drizzle-orm/node-postgres";

/** A handle for queries, typed as PostgreSQL's: its types offer just what both engines have when awaited. */
export type Db = Omit<NodePgDatabase<Record<string, never>>, "transaction" | "execute" | "query" | "refreshMaterializedView">;

/** The handle inside a write transaction. Branded, so that a read handle cannot be passed for it. */
export type Tx = Db & { readonly [writing]: true };
declare const writing: unique symbol;

/** Connections of one kind: how many there are, how many nobody uses, and who waits for one. */
export interface PoolState {
  readonly name: "read" | "write";
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/** Where everything is kept. Reads go to `db`, which cannot write; writes go through `tx`. */
export interface Store {
  readonly dialect: "sqlite" | "postgres";
  readonly db: Db;
  /**
   * Runs `fn` in one write transaction and returns what it returns; a throw rolls everything back.
   * `fn` may run twice (PostgreSQL retries on a serialization failure) and may await database calls only.
   */
  tx<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** How busy the connections are, at this moment. */
  pools?(): readonly PoolState[];
  close(): Promise<void>;
}
