import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { BackupError } from "./backup-error";

type Tool = "pg_dump" | "pg_restore";

const DEBIAN = "/usr/lib/postgresql";

/** The newest of a tool that this machine has: it reads what older ones wrote. */
function pathOf(tool: Tool): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  const newest = versions.filter((version) => existsSync(join(DEBIAN, String(version), "bin", tool))).sort((a, b) => b - a)[0];
  return newest === undefined ? tool : join(DEBIAN, String(newest), "bin", tool);
}

/**
 * Runs a tool of PostgreSQL, on a database when one is named, and returns what it printed. The password goes by the environment:
 * everyone on the machine can read the arguments of a process. Throws BackupError with what the tool said.
 */
export async function runPgTool(tool: Tool, args: readonly string[], databaseUrl?: string): Promise<string> {
  const address = databaseUrl === undefined ? undefined : new URL(databaseUrl);
  const password = address ? decodeURIComponent(address.password) : "";
  if (address) address.password = "";
  const child = spawn(pathOf(tool), [...args, ...(address ? [`--dbname=${address.href}`] : [])], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...(password ? { PGPASSWORD: password } : {}) },
  });
  const printed: Buffer[] = [];
  let words = "";
  child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => (words += chunk.toString("utf8")));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "ENOENT" ? new BackupError(`${tool} is not installed on this machine`) : error),
    );
    child.once("close", resolve);
  });
  if (code !== 0) throw new BackupError(`${tool} ended with code ${code}: ${words.trim()}`);
  return Buffer.concat(printed).toString("utf8");
}
