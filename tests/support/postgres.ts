import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { newTempDir } from "./temp";

export interface Cluster {
  /** Address of a database from which others may be made, or "" when there is no PostgreSQL. */
  readonly url: string;
  /** Why there is none; "" when there is. */
  readonly missing: string;
  stop(): Promise<void>;
}

const DEBIAN = "/usr/lib/postgresql";
const START_MS = 30_000;

/** A port of 127.0.0.1 that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function newestBinaries(): { bin: string; version: number } | null {
  if (!existsSync(DEBIAN)) return null;
  const versions = readdirSync(DEBIAN)
    .map(Number)
    .filter((version) => existsSync(join(DEBIAN, String(version), "bin", "initdb")));
  const version = Math.max(0, ...versions);
  return version > 0 ? { bin: join(DEBIAN, String(version), "bin"), version } : null;
}

/** `initdb` refuses root: then we become the system's `postgres`. */
function owner(): { uid?: number; gid?: number } | null {
  if (process.getuid?.() !== 0) return {};
  try {
    const id = (flag: string): number => Number(execFileSync("id", [flag, "postgres"], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

/** Starts a throw-away cluster on a free loopback port, or names why it cannot. DATABASE_URL_TEST, when set, is used as it is. */
export async function startCluster(): Promise<Cluster> {
  const nothing = async (): Promise<void> => undefined;
  const given = process.env.DATABASE_URL_TEST;
  if (given) return { url: given, missing: "", stop: nothing };
  const found = newestBinaries();
  if (!found) return { url: "", missing: `no PostgreSQL in ${DEBIAN} and no DATABASE_URL_TEST`, stop: nothing };
  const as = owner();
  if (!as) return { url: "", missing: "initdb refuses root and there is no user postgres", stop: nothing };

  const dir = newTempDir("broeikas-pg-");
  if (as.uid !== undefined && as.gid !== undefined) chownSync(dir, as.uid, as.gid);
  const password = randomBytes(12).toString("hex");
  try {
    initialise(found, dir, as, password);
    for (let attempt = 1; ; attempt += 1) {
      const port = await freePort();
      const child = serve(found.bin, dir, as, port);
      const url = `postgres://broeikas:${password}@127.0.0.1:${port}/postgres`;
      const problem = await ready(url, child);
      if (!problem) return { url, missing: "", stop: () => end(child, dir) };
      await quit(child);
      if (attempt === 3) throw new Error(`PostgreSQL did not start: ${problem}`);
    }
  } catch (thrown) {
    rmSync(dir, { recursive: true, force: true });
    throw thrown;
  }
}

type Owner = { uid?: number; gid?: number };

function initialise(found: { bin: string; version: number }, dir: string, as: Owner, password: string): void {
  const passwordFile = join(dir, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (as.uid !== undefined && as.gid !== undefined) chownSync(passwordFile, as.uid, as.gid);
  // A server that sorts as a dictionary does shows that ours are bytes by our own doing.
  const collation = found.version >= 15 ? ["--locale-provider=icu", "--icu-locale=nl"] : [];
  const args = ["-D", join(dir, "data"), "-U", "broeikas", "-A", "password", `--pwfile=${passwordFile}`];
  execFileSync(join(found.bin, "initdb"), [...args, "-E", "UTF8", "--locale=C.UTF-8", ...collation, "--no-sync"], {
    ...as,
    cwd: dir,
    stdio: ["ignore", "ignore", "pipe"],
  });
}

/** Ends the server when our end of its input closes: also when the tests were killed and could not tear down. */
const GUARDED = 'exec 3<&0; "$@" </dev/null 3<&- & server=$!; (cat <&3 >/dev/null; kill -QUIT $server) & wait $server';

function serve(bin: string, dir: string, as: Owner, port: number): ChildProcess {
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    fsync: "off",
    synchronous_commit: "off",
    full_page_writes: "off",
    max_connections: 200,
    shared_buffers: "64MB",
    autovacuum: "off",
    log_min_messages: "panic",
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const command = ["-c", GUARDED, "sh", join(bin, "postgres"), "-D", join(dir, "data"), ...args];
  return spawn("sh", command, { ...as, cwd: dir, stdio: ["pipe", "ignore", "ignore"] });
}

/** Waits until the server answers; returns what went wrong instead. */
async function ready(url: string, child: ChildProcess): Promise<string | null> {
  const end = Date.now() + START_MS;
  let last = "no answer";
  while (Date.now() < end && child.exitCode === null) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return null;
    } catch (thrown) {
      last = String(thrown);
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return child.exitCode === null ? last : `it ended with code ${child.exitCode}`;
}

async function quit(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.stdin?.end();
  await ended;
}

async function end(child: ChildProcess, dir: string): Promise<void> {
  await quit(child);
  rmSync(dir, { recursive: true, force: true });
}

/** The address of another database on the same server. */
export function databaseOn(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Runs `fn` with a connection of its own, outside any store. */
export async function withClient<T>(url: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
}
