import { spawn } from "node:child_process";
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { checkSqlite } from "./check";
import type { StoreOptions } from "./store";
import { connectSqlite, SQLITE_FILE } from "./store-sqlite";

/** A backup could not be made; says why. `exists` tells that the file is there already. */
export class BackupError extends Error {
  override name = "BackupError";
  constructor(
    message: string,
    readonly exists = false,
  ) {
    super(message);
  }
}

const taken = (file: string): BackupError => new BackupError(`${file} exists; a backup never overwrites a file`, true);

/**
 * Writes a consistent copy of the database to `file`, while servers go on: an SQLite database that can be put in
 * place as it is, or an archive for `pg_restore`. The file appears only when it is whole. Throws BackupError.
 */
export async function backupDatabase(options: StoreOptions, file: string): Promise<void> {
  if (existsSync(file)) throw taken(file);
  const part = `${file}.${process.pid}.part`;
  try {
    if (options.databaseUrl) await dumpPostgres(options.databaseUrl, part);
    else copySqlite(join(options.dataDir, SQLITE_FILE), part);
    settle(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

/** One read of one moment: writers are not held up, and what they write meanwhile is not in it. */
function copySqlite(source: string, part: string): void {
  if (!existsSync(source)) throw new BackupError(`there is no database ${source}`);
  const client = connectSqlite(source, true);
  try {
    client.prepare("vacuum into ?").run(part);
  } finally {
    client.close();
  }
  // Migrations that wait do not make a copy a bad one; damage does.
  const damage = checkSqlite(part).filter((line) => line.startsWith("damaged"));
  if (damage.length > 0) throw new BackupError(`the copy is not sound: ${damage[0]}`);
}

const DEBIAN = "/usr/lib/postgresql";

function pgDump(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  const newest = versions.filter((version) => existsSync(join(DEBIAN, String(version), "bin", "pg_dump"))).sort((a, b) => b - a)[0];
  return newest === undefined ? "pg_dump" : join(DEBIAN, String(newest), "bin", "pg_dump");
}

/** The password goes by the environment: everyone on the machine can read the arguments of a process. */
async function dumpPostgres(databaseUrl: string, part: string): Promise<void> {
  const address = new URL(databaseUrl);
  const password = decodeURIComponent(address.password);
  address.password = "";
  const args = ["--format=custom", "--no-owner", "--no-privileges", `--file=${part}`, `--dbname=${address.href}`];
  const child = spawn(pgDump(), args, {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...(password ? { PGPASSWORD: password } : {}) },
  });
  let words = "";
  child.stderr.on("data", (chunk: Buffer) => (words += chunk.toString("utf8")));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ENOENT" ? new BackupError("pg_dump is not installed on this machine") : error),
    );
    child.once("close", resolve);
  });
  if (code !== 0) throw new BackupError(`pg_dump ended with code ${code}: ${words.trim()}`);
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
