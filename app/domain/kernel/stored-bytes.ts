import { jobs } from "#db/schema/across";
import type { Tx } from "./store";

/** Takes the bytes that were one thing out of the storage. */
export const DROP_JOB = "awards.drop_file";

/**
 * Has the bytes under these keys taken away once the transaction holds; the row that named them is gone in the same one. The id of that row
 * serves as that of its one job, so that no context is needed to make another.
 */
export async function dropBytes(
  tx: Tx,
  { now }: { readonly now: Date },
  { id, keys }: { readonly id: string; readonly keys: readonly [string, ...string[]] },
): Promise<void> {
  const [key, ...others] = keys;
  const payload = { key, ...Object.fromEntries(others.map((other, i) => [`key${i + 2}`, other])) };
  await tx.insert(jobs).values({ id, kind: DROP_JOB, dedupeKey: `${DROP_JOB}:${key}`, payload, runAt: now, createdAt: now });
}

/** The keys that such a job carries. */
export const keysToDrop = (payload: Readonly<Record<string, string>>): string[] => Object.values(payload);
