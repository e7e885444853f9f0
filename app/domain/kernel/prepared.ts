import { sha256 } from "./audit";
import type { SelectedField } from "./row-mapper";
import { rowMapper } from "./row-mapper";
import type { Db } from "./store";

/** A statement built and prepared once; `execute` fills its `sql.placeholder`s. */
export interface Prepared<T> {
  execute(values?: Record<string, unknown>): PromiseLike<T>;
}
interface Preparable<T> {
  prepare(name: string): Prepared<T>;
}

/** What a prepared statement of Drizzle 0.45 holds, on both engines; the version is pinned, and a test compares both mappings. */
interface DrizzleStatement {
  readonly fields?: readonly SelectedField[];
  readonly joinsNotNullableMap?: Record<string, boolean>;
  customResultMapper?: unknown;
}

function mapByOurOwn(statement: DrizzleStatement): void {
  const { fields, joinsNotNullableMap, customResultMapper } = statement;
  if (fields && customResultMapper === undefined) statement.customResultMapper = rowMapper(fields, joinsNotNullableMap) ?? undefined;
}

const MAX_SHAPES = 2000;
const caches = new WeakMap<Db, Map<string, Prepared<unknown>>>();

/**
 * The prepared statement of a hot query on this handle, built at its first use.
 * `shape` names the query and everything that changes its text (which filters, how many keys), and nothing else:
 * values go in by `sql.placeholder`. Use it with `store.db`; handles inside a transaction live too short to gain.
 */
export function prepared<T>(db: Db, shape: string, build: (db: Db) => Preparable<T>): Prepared<T> {
  let cache = caches.get(db);
  if (!cache) {
    cache = new Map();
    caches.set(db, cache);
  }
  const known = cache.get(shape);
  if (known) return known as Prepared<T>;
  // PostgreSQL cuts names of statements at 63 bytes, hence the digest.
  const statement = build(db).prepare(`q_${sha256(shape).slice(0, 24)}`);
  mapByOurOwn(statement as unknown as DrizzleStatement);
  if (cache.size >= MAX_SHAPES) cache.clear();
  cache.set(shape, statement);
  return statement;
}
