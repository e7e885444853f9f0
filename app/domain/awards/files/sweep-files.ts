import { inArray } from "drizzle-orm";
import { entryFiles } from "#db/schema/awards-files";
import { photos } from "#db/schema/photos";
import type { Db } from "../../kernel/store";
import type { Ctx } from "../../kernel/context";
import { after, hours } from "../../kernel/time";
import type { FileStorage } from "./storage";

export const SWEEP_JOB = "awards.sweep_files";
/** How old bytes without a row are before they go: an upload under way has its row within seconds. */
export const STRAY_AFTER = hours(1);
const AT_ONCE = 200;

/** Takes away bytes of which no file knows: what an upload left that never came to anything. Bears being run again. */
export async function sweepFiles(ctx: Ctx, storage: FileStorage): Promise<{ removed: number }> {
  let removed = 0;
  let batch: string[] = [];
  const sweep = async (): Promise<void> => {
    const strays = await unknown(ctx.store.db, batch);
    batch = [];
    for (const key of strays) await storage.remove(key);
    removed += strays.length;
  };
  for await (const key of storage.before(after(ctx.now, -STRAY_AFTER))) {
    batch.push(key);
    if (batch.length >= AT_ONCE) await sweep();
  }
  await sweep();
  return { removed };
}

/** Of these keys those that neither an entry nor a photo of a person has. */
async function unknown(db: Db, keys: readonly string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const known = new Set<string>();
  for (const column of [entryFiles.storageKey, photos.smallKey, photos.largeKey]) {
    const rows = await db
      .select({ key: column })
      .from(column.table)
      .where(inArray(column, [...keys]));
    for (const { key } of rows) known.add(key);
  }
  return keys.filter((key) => !known.has(key));
}
