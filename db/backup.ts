import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { BackupError } from "./backup-error";
import { checkSqlite } from "./check";
import { runPgTool } from "./pg-tools";
import { countPostgres, countSqlite } from "./row-counts";
import type { RowCounts } from "./row-counts";
import type { StoreOptions } from "./store";
import { connectSqlite, SQLITE_FILE } from "./store-sqlite";

const taken = (file: string): BackupError => new BackupError(`${file} exists; a backup never overwrites a file`, true);

/** How many rows the tables had around the moment of a copy; the same twice where that moment could be held. */
export interface Copied {
  readonly before: RowCounts;
  readonly after: RowCounts;
}

/** Schemas that a restore set aside (db/restore.ts) are not copied again. */
const SET_ASIDE = "before_restore_*";

/**
 * Writes a consistent copy of the database to `file`, while servers go on: an SQLite database that can be put in
 * place as it is, or an archive for `pg_restore`. The file appears only when it is whole. Throws BackupError.
 */
export async function backupDatabase(options: StoreOptions, file: string): Promise<Copied> {
  if (existsSync(file)) throw taken(file);
  const part = `${file}.${process.pid}.part`;
  try {
    // It holds everything that is known of everybody, from its first byte: both engines fill an empty file that is there.
    closeSync(openSync(part, "wx", 0o600));
    const copied = options.databaseUrl
      ? await dumpPostgres(options.databaseUrl, part)
      : copySqlite(join(options.dataDir, SQLITE_FILE), part);
    settle(part, file);
    return copied;
  } finally {
    rmSync(part, { force: true });
  }
}

/** One read of one moment: writers are not held up, and what they write meanwhile is not in it. */
function copySqlite(source: string, part: string): Copied {
  if (!existsSync(source)) throw new BackupError(`there is no database ${source}`);
  const client = connectSqlite(source, true);
  try {
    const before = countSqlite(client);
    client.prepare("vacuum into ?").run(part);
    const after = countSqlite(client);
    // Migrations that wait do not make a copy a bad one; damage does.
    const damage = checkSqlite(part).filter((line) => line.startsWith("damaged"));
    if (damage.length > 0) throw new BackupError(`the copy is not sound: ${damage[0]}`);
    return { before, after };
  } finally {
    client.close();
  }
}

/** The archive and the counts come from one snapshot, held by a transaction that lasts as long as the dump. */
async function dumpPostgres(databaseUrl: string, part: string): Promise<Copied> {
  const client = new pg.Client({ connectionString: databaseUrl });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const { rows } = await client.query<{ snapshot: string }>("select pg_export_snapshot() as snapshot");
    const shape = ["--format=custom", "--no-owner", "--no-privileges", `--exclude-schema=${SET_ASIDE}`];
    await runPgTool("pg_dump", [...shape, `--snapshot=${rows[0]?.snapshot ?? ""}`, `--file=${part}`], databaseUrl);
    const counts = await countPostgres(client);
    return { before: counts, after: counts };
  } finally {
    await client.end();
  }
}

/** Puts the finished part on the disk and gives it its name, unless somebody took that name meanwhile. */
function settle(part: string, file: string): void {
  const handle = openSync(part, "r+");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(part, file);
  } catch (thrown) {
    throw (thrown as NodeJS.ErrnoException).code === "EEXIST" ? taken(file) : thrown;
  }
}
