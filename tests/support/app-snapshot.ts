import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { inject } from "vitest";
import { openStore } from "#db/store";
import type { Store } from "~/domain/kernel/store";
import { afterwards, placeOf } from "./store";

const FILE = "broeikas.db";

const folders = new WeakMap<Store, string>();
/** The last digest of a store, and the number that SQLite gives to what was committed by then. */
const digests = new WeakMap<Store, { readonly version: number; readonly digest: Record<string, string> }>();
const readers = new WeakMap<Store, Database.Database>();

/** A connection of our own beside the store's, which sees what is committed. */
function readerOf(store: Store): Database.Database {
  const known = readers.get(store);
  if (known) return known;
  const fresh = new Database(join(folders.get(store) ?? placeOf(store).dataDir, FILE), { readonly: true });
  readers.set(store, fresh);
  afterwards(() => void fresh.close());
  return fresh;
}

/** Everything that a store holds at this moment; SQLite only. */
export function snapshotOf(store: Store): Buffer {
  return readerOf(store).serialize();
}

/** A store of its own that holds what the snapshot holds. Closed and removed after the test. */
export async function storeOf(snapshot: Buffer): Promise<Store> {
  const dataDir = mkdtempSync(join(inject("runDir"), "copy-"));
  writeFileSync(join(dataDir, FILE), snapshot);
  const store = await openStore({ dataDir });
  folders.set(store, dataDir);
  afterwards(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return store;
}

/** A digest of each table: what two moments share is what did not change between them. */
export function digestOf(store: Store): Record<string, string> {
  const reader = readerOf(store);
  const version = reader.pragma("data_version", { simple: true }) as number;
  const last = digests.get(store);
  if (last?.version === version) return last.digest;
  const digest = digestTables(reader);
  digests.set(store, { version, digest });
  return digest;
}

function digestTables(reader: Database.Database): Record<string, string> {
  const tables = reader.prepare("select name from sqlite_master where type = 'table' order by name").pluck().all() as string[];
  return Object.fromEntries(
    tables.map((name) => {
      const rows = reader.prepare(`select * from "${name}"`).raw().all();
      return [name, createHash("sha256").update(JSON.stringify(rows)).digest("base64url").slice(0, 16)];
    }),
  );
}

/** Tables that looking may move: counted tries, and what is computed at the first look and kept. */
export const KEPT_BY_LOOKING: readonly string[] = ["rate_limits", "vectors", "suggestions"];

/** Names of the tables in which the store differs from an earlier digest. */
export function changedSince(store: Store, before: Readonly<Record<string, string>>): string[] {
  const now = digestOf(store);
  return Object.keys(now).filter((name) => now[name] !== before[name]);
}
