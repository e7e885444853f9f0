import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { inject, onTestFinished, TestRunner } from "vitest";
import { dialect } from "#db/dialect";
import { migrateDatabase } from "#db/migrate";
import { openStore } from "#db/store";
import type { StoreOptions } from "#db/store";
import type { Store } from "~/domain/kernel/store";
import { databaseOn } from "./postgres";

const SQLITE_FILE = "broeikas.db";
/** Keeps two workers from making the template at the same time. */
const TEMPLATE_LOCK = 727_002;

const leftovers = new Set<() => Promise<void>>();
const statements = new WeakMap<Store, string[]>();
const places = new WeakMap<Store, StoreOptions>();
let made = 0;
let template: Promise<string> | undefined;
let admin: Promise<pg.Client> | undefined;

/**
 * An empty, migrated database of its own, on the engine of this vitest project. Closed and removed after the
 * test (or after the file, when made in `beforeAll`). Skips the test when the project has no PostgreSQL.
 */
export async function freshStore(): Promise<Store> {
  const place = await freshDatabase();
  const seen: string[] = [];
  const store = await openStore({ ...place, onStatement: (statement) => seen.push(statement) });
  statements.set(store, seen);
  places.set(store, place);
  afterwards(() => store.close());
  return store;
}

/** An empty, migrated database, removed after the test: for who opens it without us, such as a second server. */
export async function freshDatabase(): Promise<StoreOptions> {
  return dialect === "sqlite" ? freshSqlite() : freshPostgres();
}

/** A database without a single table, removed after the test. */
export async function bareDatabase(): Promise<StoreOptions> {
  if (dialect === "postgres") return newPostgres("template0");
  return { dataDir: newFolder() };
}

/** Where a store of `freshStore` lies: to open it again, as a second server does. */
export function placeOf(store: Store): StoreOptions {
  const place = places.get(store);
  if (!place) throw new Error("this store was not made by freshStore");
  return place;
}

/** How many statements `fn` sends to the store (BEGIN and COMMIT not counted); the store comes from `freshStore`. */
export async function countStatements(store: Store, fn: () => Promise<unknown>): Promise<number> {
  return (await listStatements(store, fn)).length;
}

/** The statements that `fn` sends to the store, in order. */
export async function listStatements(store: Store, fn: () => Promise<unknown>): Promise<readonly string[]> {
  const seen = statements.get(store);
  if (!seen) throw new Error("this store was not made by freshStore");
  const before = seen.length;
  await fn();
  return seen.slice(before);
}

/** Closes and removes what no test of the file owned. */
export async function closeLeftovers(): Promise<void> {
  for (const close of [...leftovers].reverse()) await close();
  leftovers.clear();
  await (await admin)?.end();
  admin = undefined;
}

/** Runs `close` when the test ends, last made first; outside a test, when the file ends. */
export function afterwards(close: () => Promise<void> | void): void {
  const test = TestRunner.getCurrentTest();
  if (test && !test.concurrent) onTestFinished(async () => close());
  else leftovers.add(async () => close());
}

function newFolder(): string {
  const dir = mkdtempSync(join(inject("runDir"), "data-"));
  afterwards(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

async function freshSqlite(): Promise<StoreOptions> {
  const file = await (template ??= templateFile());
  const dataDir = newFolder();
  copyFileSync(file, join(dataDir, SQLITE_FILE));
  return { dataDir };
}

/** The template of this run; the first worker to come makes it, and a second one at the same moment makes the same. */
async function templateFile(): Promise<string> {
  const file = join(inject("runDir"), "template.db");
  if (!existsSync(file)) {
    const own = mkdtempSync(join(inject("runDir"), "template-"));
    await migrateDatabase({ dataDir: own });
    renameSync(join(own, SQLITE_FILE), file);
  }
  return file;
}

async function freshPostgres(): Promise<StoreOptions> {
  const server = postgresServer();
  return newPostgres(await (template ??= templateDatabase(server)));
}

async function templateDatabase(server: string): Promise<string> {
  const name = `template_${inject("runDir").replace(/\W/g, "").slice(-24).toLowerCase()}`;
  const client = await administrator();
  if (!(await isTemplate(client, name))) await makeTemplate(client, server, name);
  return name;
}

async function isTemplate(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query("select 1 from pg_database where datname = $1 and datistemplate", [name]);
  return rows.length > 0;
}

async function makeTemplate(client: pg.Client, server: string, name: string): Promise<void> {
  await client.query("select pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  try {
    if (await isTemplate(client, name)) return;
    await client.query(`drop database if exists ${name}`);
    await client.query(`create database ${name} template template0`);
    await migrateDatabase({ databaseUrl: databaseOn(server, name), dataDir: "" });
    await client.query(`alter database ${name} is_template true`);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
  }
}

async function newPostgres(template: string): Promise<StoreOptions> {
  const client = await administrator();
  made += 1;
  const name = `test_${process.pid}_${made}_${Math.random().toString(36).slice(2, 8)}`;
  const { rows } = await client.query<{ n: number }>("select current_setting('server_version_num')::int as n");
  // Copying the files is twice as fast as logging each page; before 15 there was no choice.
  const strategy = (rows[0]?.n ?? 0) >= 150_000 ? "strategy file_copy" : "";
  await client.query(`create database ${name} template ${template} ${strategy}`);
  afterwards(async () => void (await (await administrator()).query(`drop database if exists ${name} with (force)`)));
  return { databaseUrl: databaseOn(postgresServer(), name), dataDir: newFolder() };
}

/** One connection a worker that makes and drops databases. */
async function administrator(): Promise<pg.Client> {
  const url = postgresServer();
  admin ??= (async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client;
  })();
  return admin;
}

function postgresServer(): string {
  const url = inject("postgresUrl");
  if (url) return url;
  const test = TestRunner.getCurrentTest();
  if (test) test.context.skip(`no PostgreSQL: ${inject("postgresMissing")}`);
  throw new Error(`no PostgreSQL: ${inject("postgresMissing")}`);
}
