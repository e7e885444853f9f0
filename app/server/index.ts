import type { Server } from "node:http";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";

import { minutes } from "~/domain/kernel/time";
import { taxonomyOf } from "~/domain/matching/taxonomy";
import { ConfigError, envWarnings, parseEnv } from "~/infra/env";
import type { Env } from "~/infra/env";
import { createHtmlCache } from "~/infra/html-cache";
import { createLogger } from "~/infra/logger";
import { createMetrics } from "~/infra/metrics";

import { createApp } from "./app";
import type { AppOptions } from "./app";
import { demoWelcome, seedWhenEmpty } from "./demo";
import type { ServerState } from "./health";
import { createHttpServer } from "./http-server";
import { drain, stopOnSignal } from "./lifecycle";
import { createLoadContext } from "./load-context";
import { versionReader } from "./page-cache";
import { openServices } from "./services";
import { sharedPages } from "./shared-pages";

/** Starts Broeikas: configuration, database, services, pages, then it listens. */
async function main(): Promise<void> {
  const env = parseEnv(process.env);
  const log = createLogger({ level: env.LOG_LEVEL });
  for (const warning of envWarnings(env)) log.warn(warning);

  const { services, jobs, mailer, live } = await openServices(env, log);
  if (env.DEMO) await seedWhenEmpty({ store: services.store, files: services.files, clock: services.clock, say });
  const state: ServerState = { draining: false };
  const server = createHttpServer();
  const pages = env.NODE_ENV === "development" ? await pagesByVite(server) : await pagesOfBuild();
  const { store } = services;
  const cache = createHtmlCache({
    maxBytes: env.HTML_CACHE_MB * 1024 * 1024,
    readVersions: versionReader(store),
    memoMs: env.HTML_CACHE_MEMO_MS,
    freshMs: minutes(1),
    now: () => performance.now(),
    onError: (error) => log.error({ err: error }, "a kept page could not be refreshed"),
  });
  const htmlCache = { cache, pages: sharedPages };
  const metrics = createMetrics({ store, clock: services.clock, live, cache });
  server.on(
    "request",
    createApp({ env, log, store, newId: services.newId, state, getLoadContext: createLoadContext(services), htmlCache, metrics, ...pages }),
  );

  await listen(server, env);
  jobs.start();
  // With a classification it takes some seconds, a few milliseconds at a time; nobody is to wait for it at the first page (which tries again).
  taxonomyOf(services.store.db, services.clock.now()).catch(() => undefined);
  stopOnSignal(() => drain({ server, state, live, jobs, mailer, store: services.store, log, limitMs: env.DRAIN_SECONDS * 1000 }), log);
  process.stdout.write(`Broeikas is ready at ${env.PUBLIC_ORIGIN}\n${env.DEMO ? await demoWelcome() : ""}`);
}

function say(line: string): void {
  process.stderr.write(`broeikas: ${line}\n`);
}

/** The pages as `npm run build` made them. */
async function pagesOfBuild(): Promise<Pick<AppOptions, "getBuild">> {
  const file = pathToFileURL(resolve("build", "server", "index.js")).href;
  const build = (await import(file)) as ServerBuild;
  return { getBuild: () => build };
}

/** The pages straight from their sources, with hot reload over the same port. */
async function pagesByVite(server: Server): Promise<Pick<AppOptions, "getBuild" | "vite">> {
  const { createServer: createVite } = await import("vite");
  const vite = await createVite({ server: { middlewareMode: true, hmr: { server } }, appType: "custom" });
  return {
    vite: vite.middlewares,
    getBuild: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
  };
}

function listen(server: Server, env: Env): Promise<void> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(env.PORT, env.HOST, () => {
      server.removeListener("error", fail);
      done();
    });
  });
}

main().catch((error: unknown) => {
  const text = error instanceof ConfigError || isPlain(error) ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text ?? "unknown error"}\n`);
  process.exit(1);
});

/** Errors whose message says what to do; their stack would only hide it. */
function isPlain(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return (
    error.name === "NewerDatabaseError" ||
    error.name === "StorageError" ||
    ("code" in error && (error.code === "EADDRINUSE" || error.code === "EACCES"))
  );
}
