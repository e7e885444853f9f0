import { existsSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Store } from "~/domain/kernel/store";
import { fixedClock } from "~/infra/clock";
import { folderStorage } from "~/infra/file-storage";
import type { FileStorage } from "~/domain/awards/files/storage";
import type { TestClock } from "~/infra/clock";
import { parseEnv } from "~/infra/env";
import type { Env } from "~/infra/env";
import { createJobRunner } from "~/infra/jobs";
import type { JobRunner } from "~/infra/jobs";
import { versionsOf } from "~/domain/kernel/pages";
import { createLive } from "~/infra/live";
import { createLogger } from "~/infra/logger";
import { createMailer } from "~/infra/mailer";
import { CHECK_JOB } from "~/domain/companies/rows";
import { createOidc } from "~/infra/oidc";
import { createRateLimiter } from "~/infra/rate-limit";
import { sendOutboxRow } from "~/infra/send-mail";
import { createSessions } from "~/infra/sessions";
import { createVault } from "~/infra/vault";
import { createApp } from "~/server/app";
import { createHttpServer } from "~/server/http-server";
import { createLoadContext } from "~/server/load-context";
import type { Services } from "~/server/load-context";
import { Client } from "./app-client";
import type { ClientOptions } from "./app-client";
import { goOnWithIds, newIdFor, NOW } from "./ctx";
import { afterwards, freshStore } from "./store";
import { newTempDir } from "./temp";

/** Where the application of the tests believes it lives; the requests really go to a port of this machine. */
export const ORIGIN = "https://broeikas.test";

const BUILD = resolve("build", "server", "index.js");

/** The pages as `npm run build` made them. @throws when there is no build. */
export async function remixBuild(): Promise<ServerBuild> {
  if (!existsSync(BUILD)) throw new Error("there is no build/server/index.js: run `npm run build` first, or `npm test -- routes`");
  return (await import(/* @vite-ignore */ pathToFileURL(BUILD).href)) as ServerBuild;
}

/** The real application on a free port, over a store that a test can look into and replace. */
export interface App {
  readonly origin: string;
  /** Port on which it listens, for what is no page. */
  readonly port: number;
  readonly env: Env;
  readonly clock: TestClock;
  /** What the log says, one parsed line each. */
  readonly logged: readonly Record<string, unknown>[];
  readonly store: Store;
  /** Where files lie. */
  readonly files: FileStorage;
  /** A browser without a screen: its own cookies, its own language. */
  client(options?: ClientOptions): Client;
  /** Begins a session as signing in does. */
  signInAs(client: Client, who: { readonly personId: string | null }): Promise<Client>;
  /** A new client that is signed in. */
  clientOf(who: { readonly personId: string | null }, options?: ClientOptions & { readonly factors?: number }): Promise<Client>;
  /** Sends what waits in the outbox; without a mail server that fills `kept_mails`. */
  runDue(): Promise<number>;
  /** From here on every request meets this store. */
  moveTo(store: Store): void;
}

export interface AppOptions {
  readonly store?: Store;
  readonly settings?: Readonly<Record<string, string>>;
  /** NOW when absent. */
  readonly now?: Date | string;
}

/** Starts the application: the real server, build, sessions, rate limiter and mailer; only the clock stands still. Ends with the test or file. */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const env = parseEnv({
    NODE_ENV: "test",
    PUBLIC_ORIGIN: ORIGIN,
    SECRET_KEY: "a key of the tests, and of nothing else",
    ...options.settings,
  });
  const clock = fixedClock(options.now ?? NOW);
  const logged: Record<string, unknown>[] = [];
  const log = createLogger({ level: "info", destination: linesInto(logged) });
  const first = options.store ?? (await freshStore());
  // One row of ids for all stores of this application: a copy of a store holds ids that were given before.
  const newId = newIdFor(first);
  const open = (store: Store) => openServices({ store, env, clock, log, newId, files });
  const files = folderStorage(filesDir());
  let current = open(first);
  const build = await remixBuild();
  const app = createApp({
    env,
    log,
    store: current.services.store,
    newId,
    state: { draining: false },
    getBuild: () => build,
    getLoadContext: (req, res) => createLoadContext(current.services)(req, res),
  });
  const port = await listen(createHttpServer().on("request", app));
  const client = (more: ClientOptions = {}): Client => new Client({ port, origin: env.PUBLIC_ORIGIN, logged }, more);
  const signInAs = async (to: Client, { personId }: { readonly personId: string | null }, factors = 1): Promise<Client> => {
    if (personId === null) return to;
    await to.keepCookie(await current.services.sessions.create(personId, { userAgent: to.userAgent, method: "password", factors }));
    return to;
  };
  return {
    origin: env.PUBLIC_ORIGIN,
    port,
    env,
    clock,
    logged,
    files,
    get store() {
      return current.services.store;
    },
    client,
    signInAs,
    clientOf: (who, { factors, ...more } = {}) => signInAs(client(more), who, factors),
    runDue: () => current.jobs.runDue(),
    moveTo: (store) => {
      goOnWithIds(first, store);
      current = open(store);
    },
  };
}

/** A folder of its own, gone with the test or file. */
function filesDir(): string {
  const dir = newTempDir("broeikas-files-");
  afterwards(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** Numbers of companies wait: what the EU's service says to them is the business of other tests. */
const NOBODY_ASKED = { [CHECK_JOB]: () => Promise.resolve() };

interface Opened {
  readonly services: Services;
  readonly jobs: JobRunner;
}

function openServices(given: Pick<Services, "store" | "env" | "clock" | "log" | "newId" | "files">): Opened {
  const { store, env, clock, log, newId } = given;
  const mailer = createMailer({ from: env.MAIL_FROM, store, clock });
  const sendOutbox = sendOutboxRow({ store, clock, newId, env, mailer });
  return {
    services: {
      ...given,
      files: given.files,
      sessions: createSessions({ store, clock, env }),
      rateLimit: createRateLimiter({ store, clock }),
      oidc: createOidc({ env, clock, log }),
      vault: createVault(env),
      live: createLive({ readVersions: (channels) => versionsOf(store.db, channels), pollMs: 20, recheckMs: 200 }),
      pokeJobs: () => undefined,
    },
    jobs: createJobRunner({ store, clock, newId, log, sendOutbox, handlers: NOBODY_ASKED }),
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  afterwards(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

function linesInto(logged: Record<string, unknown>[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString("utf8").split("\n").filter(Boolean)) logged.push(JSON.parse(line) as Record<string, unknown>);
      done();
    },
  });
}
