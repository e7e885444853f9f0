import type { Store } from "./store";

/**
 * Runs several use cases in one write transaction: for imports and seeding, where a commit each would cost more than the
 * work. `fn` gets a store whose reads see what was written before and whose `tx` joins in. One refusal that is not caught
 * undoes them all; one that is caught may leave the part its use case had written, so let it through and begin again.
 * As in every transaction, `fn` may run twice and awaits database calls only.
 */
export function inBatch<T>(store: Store, fn: (store: Store) => Promise<T>): Promise<T> {
  return store.tx((tx) => fn({ dialect: store.dialect, db: tx, tx: (inner) => inner(tx), close: () => Promise.resolve() }));
}
