import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { Agent } from "node:http";
import { resolve } from "node:path";
import type { StoreOptions } from "#db/store";
import type { Server } from "#tests/support/app-client";
import { freePort } from "#tests/support/postgres";
import { afterwards } from "#tests/support/store";

/** A server in a process of its own, with as many connections to it as are asked for. */
export interface OwnProcess extends Server {
  readonly pid: number;
  readonly agent: Agent;
  /** Sends it a signal, and waits for its end: the exit code, or null when the signal ended it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** Where people believe the servers live, as behind a proxy: one address, whichever answers. */
export const ORIGIN = "https://broeikas.test";

const START_MS = 60_000;
const STOP_MS = 10_000;
const STARTS = 3;

/** Starts the built server over a database the way `npm start` does, with further settings; it ends with the test or file. @throws what it said when it does not start. */
export async function startServer(place: StoreOptions, settings: Readonly<Record<string, string>> = {}): Promise<OwnProcess> {
  if (!existsSync(resolve("build", "server-app", "index.js"))) {
    throw new Error("there is no build/server-app/index.js: run `npm run build` first, or `npm test -- servers`");
  }
  for (let attempt = 1; ; attempt += 1) {
    // The system's choice: between asking and listening somebody else may take it, hence another try.
    const port = await freePort();
    const logged: Record<string, unknown>[] = [];
    const child = launch(place, port, settings);
    const problem = await ready(child, logged);
    if (problem === null) {
      const agent = new Agent({ keepAlive: true });
      afterwards(() => agent.destroy());
      return { port, origin: ORIGIN, logged, agent, pid: child.pid ?? 0, end: (signal) => ended(child, signal) };
    }
    if (attempt === STARTS || !problem.includes("EADDRINUSE")) throw new Error(`the server did not start: ${problem}`);
  }
}

function launch({ databaseUrl = "", dataDir }: StoreOptions, port: number, settings: Readonly<Record<string, string>>): ChildProcess {
  const child = spawn(process.execPath, ["app/cli/start.mjs"], {
    stdio: ["ignore", "pipe", "pipe"],
    // Nothing of the tests' own settings: what is not named here is as in production.
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      PUBLIC_ORIGIN: ORIGIN,
      DATA_DIR: dataDir,
      DATABASE_URL: databaseUrl,
      DEMO: "false",
      LOG_LEVEL: "warn",
      ...settings,
    },
  });
  // Also when the tests end without tearing down.
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  child.once("exit", () => process.off("exit", kill));
  afterwards(() => stop(child));
  return child;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exit = new Promise((done) => child.once("exit", done));
    child.kill(signal);
    await exit;
  }
  return child.exitCode;
}

async function stop(child: ChildProcess): Promise<void> {
  const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await ended(child, "SIGTERM");
  clearTimeout(late);
}

/** Keeps what the server logs, and waits until it listens; returns what went wrong instead. */
function ready(child: ChildProcess, logged: Record<string, unknown>[]): Promise<string | null> {
  let begun = "";
  let errors = "";
  child.stderr?.on("data", (text: Buffer) => (errors += text.toString()));
  return new Promise((done) => {
    const late = setTimeout(() => done(`it is not ready after ${START_MS / 1_000} s\n${errors}`), START_MS);
    child.stdout?.on("data", (text: Buffer) => {
      const lines = (begun + text.toString()).split("\n");
      begun = lines.pop() ?? "";
      for (const line of lines) {
        if (line.startsWith("{")) logged.push(JSON.parse(line) as Record<string, unknown>);
        if (line.startsWith("Broeikas is ready")) done(null);
      }
    });
    child.once("error", (error) => done(error.message));
    child.once("exit", (code) => {
      clearTimeout(late);
      done(`it ended with ${code}\n${errors}`);
    });
  });
}
