import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ENTRY = resolve("build/server-app/index.js");
const CLI = resolve("app/cli/bin.mjs");
const START_MS = 120_000;
const STOP_MS = 15_000;

export interface RunningServer {
  readonly origin: string;
  readonly dataDir: string;
  /** What the server wrote so far. */
  log(): string;
  /** Ends the server as an operator does, and removes its data when we made the folder. */
  stop(): Promise<void>;
}

/** Starts the production server on a free port of this machine, with an empty embedded database and no mail server; people know it by `name`. */
export async function startServer(settings: Readonly<Record<string, string>> = {}, name = "127.0.0.1"): Promise<RunningServer> {
  if (!existsSync(ENTRY)) throw new Error("there is no build: run `npm run build` first");
  const port = await freePort();
  const origin = `http://${name}:${port}`;
  const own = settings.DATA_DIR === undefined;
  const dataDir = settings.DATA_DIR ?? mkdtempSync(join(tmpdir(), "broeikas-e2e-"));
  const child = spawn(process.execPath, [ENTRY], {
    stdio: ["ignore", "pipe", "pipe"],
    env: environment({
      HOST: "127.0.0.1",
      PORT: String(port),
      PUBLIC_ORIGIN: origin,
      DATA_DIR: dataDir,
      LOG_LEVEL: "warn",
      JOB_INTERVAL_MS: "200",
      ...settings,
    }),
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (words += chunk.toString("utf8")));
  const stop = async (): Promise<void> => {
    await end(child);
    if (own) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(origin, child);
  } catch (thrown) {
    await stop();
    throw new Error(`the server did not start: ${String(thrown)}\n${words}`);
  }
  return { origin, dataDir, log: () => words, stop };
}

/** Runs `broeikas …` of the build for the data of a server. */
export async function broeikas(
  dataDir: string,
  argv: readonly string[],
  input?: string,
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [CLI, ...argv], {
    stdio: ["pipe", "pipe", "pipe"],
    env: environment({ DATA_DIR: dataDir, BROEIKAS_PREPARE: "skip" }),
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString("utf8")));
  child.stdin.end(input ?? "");
  const code = await new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  return { code, out, err };
}

/** Only what a server needs: settings of the machine that runs the tests do not reach it. */
function environment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, HOME: process.env.HOME, LANG: "C.UTF-8", TZ: "UTC", NODE_ENV: "production", ...settings };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function ready(origin: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`);
    const answer = await fetch(`${origin}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("no answer on /readyz");
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await ended;
  clearTimeout(hard);
}
