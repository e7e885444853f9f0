import { randomUUID } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { AFTER_RESTORE } from "../app/domain/kernel/after-restore";
import type { StoreOptions } from "./store";
import { connectSqlite, SQLITE_FILE } from "./store-sqlite";

interface Statement {
  readonly id: string;
  readonly number: string;
  readonly lines: string;
  readonly sha256: string;
  readonly at: number | string;
}

/** What was set aside by a restore, read beside what was put back. */
interface Sides {
  readonly run: (statement: string, values?: readonly unknown[]) => Promise<readonly unknown[]>;
  /** What stands before the name of a table that was set aside. */
  readonly before: string;
  /** What stands in the place of a value. */
  readonly place: (no: number) => string;
}

/**
 * Notes for the next start who was erased since the backup that was restored, so that they are erased again, and every statement that was
 * written since, so that who holds one can still have it compared. Reads it out of what was set aside, whose name `restoreDatabase` gave.
 * @returns how many people are erased again. @throws what the database throws when what was set aside cannot be read.
 */
export async function noteErasedSince(options: StoreOptions, aside: string, now: Date): Promise<number> {
  if (options.databaseUrl === undefined) return noteSqlite(join(options.dataDir, SQLITE_FILE), aside, now);
  const client = new pg.Client({ connectionString: options.databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const run: Sides["run"] = async (statement, values = []) => (await client.query(statement, [...values])).rows as unknown[];
    return await note({ run, before: `${aside}.`, place: (no) => `$${no}` }, now);
  } finally {
    await client.end();
  }
}

async function noteSqlite(target: string, aside: string, now: Date): Promise<number> {
  const client = connectSqlite(target);
  try {
    client.prepare("attach database ? as set_aside").run(aside);
    const run: Sides["run"] = (statement, values = []) => {
      const prepared = client.prepare(statement);
      if (prepared.reader) return Promise.resolve(prepared.all(...values));
      prepared.run(...values);
      return Promise.resolve([]);
    };
    return await note({ run, before: "set_aside.", place: () => "?" }, now);
  } finally {
    client.close();
  }
}

async function note({ run, before, place }: Sides, now: Date): Promise<number> {
  const since = "p.erased_at is not null and q.erased_at is null";
  const gone = (await run(`select p.id from ${before}people p join people q on q.id = p.id where ${since}`)) as { id: string }[];
  const statements = (await run(`select id, number, lines, sha256, at from ${before}erasures`)) as Statement[];
  const values = Array.from({ length: 6 }, (_, i) => place(i + 1)).join(", ");
  const insert = `insert into jobs (id, kind, dedupe_key, payload, run_at, created_at) values (${values}) on conflict do nothing`;
  const add = (kind: string, key: string, payload: Readonly<Record<string, string>>) =>
    run(insert, [randomUUID(), kind, `${kind}:${key}:${now.getTime()}`, JSON.stringify(payload), now.getTime(), now.getTime()]);
  await run("begin");
  for (const { id } of gone) await add(AFTER_RESTORE.eraseAgain, id, { personId: id });
  for (const { at, ...statement } of statements) await add(AFTER_RESTORE.keepErasure, statement.id, { ...statement, at: String(at) });
  await run("commit");
  return gone.length;
}
