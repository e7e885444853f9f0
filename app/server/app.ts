import { join } from "node:path";
import express from "express";
import type { ErrorRequestHandler, Express, RequestHandler } from "express";

import type { Store } from "~/domain/kernel/store";
import type { Env } from "~/infra/env";
import type { HtmlCache } from "~/infra/html-cache";
import type { NewId } from "~/infra/ids";
import { uploadPages } from "~/infra/upload-limits";
import type { Log } from "~/infra/logger";
import type { Metrics } from "~/infra/metrics";

import { bodyGuard, BrokenRequest } from "./body-guard";
import { refuse } from "./error-pages";
import { healthRoutes } from "./health";
import type { ServerState } from "./health";
import type { GetLoadContext } from "./load-context";
import { metricsRoute, requestMetrics, routeNames } from "./metrics";
import { pageCacheMiddleware, versionReader } from "./page-cache";
import type { SharedPages } from "./page-cache";
import { createRender, remixHandler } from "./remix";
import type { GetBuild } from "./remix";
import { knownMethods, requestIdentity, requestLine, requestLog } from "./request-line";
import { originCheck, securityHeaders } from "./security";
import { staticFiles } from "./static-files";

/** What the application is made of; everything comes from the composition root or a test. */
export interface AppOptions {
  readonly env: Env;
  readonly log: Log;
  readonly store: Store;
  readonly newId: NewId;
  readonly state: ServerState;
  readonly getBuild: GetBuild;
  readonly getLoadContext: GetLoadContext;
  /** Folder of the client build; `build/client` when absent. */
  readonly clientDir?: string;
  /** The middleware of Vite's development server; it then serves the client's files. */
  readonly vite?: RequestHandler;
  /** Counts what happens, for `/metrics`. */
  readonly metrics?: Metrics;
  /** Keeps the pages that are the same for every visitor. */
  readonly htmlCache?: { readonly cache: HtmlCache; readonly pages: SharedPages };
}

/** The HTTP application: read it from top to bottom, that is the order in which a request meets it. */
export function createApp(options: AppOptions): Express {
  const { env, log, store, newId, state } = options;
  const development = options.vite !== undefined;
  const render = createRender({
    getBuild: options.getBuild,
    getLoadContext: options.getLoadContext,
    publicOrigin: env.PUBLIC_ORIGIN,
    development,
  });

  const app = express();
  app.disable("x-powered-by");
  app.set("etag", false);
  app.set("query parser", false);
  app.set("trust proxy", env.TRUST_PROXY);

  if (options.metrics) app.use(requestMetrics(options.metrics, routeNames(options.getBuild)));
  app.use(requestIdentity({ newId, trustProxy: env.TRUST_PROXY !== false }));
  app.use(requestLog(log));
  app.use(closeWhenDraining(state));
  app.use(healthRoutes({ store, state }));
  if (options.metrics) app.use(metricsRoute(options.metrics, env.METRICS_TOKEN));
  app.use(securityHeaders({ publicOrigin: env.PUBLIC_ORIGIN, development }));
  app.use(requestLine());
  app.use(options.vite ?? staticFiles(options.clientDir ?? join("build", "client")));
  app.use(originCheck(env.PUBLIC_ORIGIN));
  app.use(knownMethods());
  app.use(bodyGuard({ maxBytes: env.BODY_LIMIT_KB * 1024, uploads: uploadPages(env) }));
  if (options.htmlCache && env.HTML_CACHE_MB > 0) {
    const onAnswer = options.metrics?.page;
    app.use(pageCacheMiddleware({ ...options.htmlCache, render, readVersions: versionReader(store), onAnswer }));
  }
  app.use(remixHandler(render));
  app.use(lastResort());
  return app;
}

/** While the server stops, a kept-alive connection is closed with its next answer. */
function closeWhenDraining(state: ServerState): RequestHandler {
  return (_req, res, next) => {
    if (state.draining) res.setHeader("Connection", "close");
    next();
  };
}

/** What nothing else caught: a page with the request id, and the whole story in the log only. */
function lastResort(): ErrorRequestHandler {
  return (error: unknown, req, res, _next) => {
    // The visitor went away: nobody reads an answer, and nothing of ours failed.
    if (error instanceof BrokenRequest || res.closed || req.destroyed) return void res.destroy();
    const status = statusOf(error);
    // The request log writes it down, with the request it belongs to.
    if (status === 500) res.err = error instanceof Error ? error : new Error(String(error));
    if (res.headersSent) return void res.destroy();
    for (const name of ["Content-Encoding", "Content-Length", "ETag", "Set-Cookie"]) res.removeHeader(name);
    refuse(req, res, status);
  };
}

/** Only what Express itself says about a bad request is believed; everything else is our fault. */
function statusOf(error: unknown): 400 | 413 | 500 {
  const status = error instanceof Error && "status" in error ? error.status : 500;
  if (status === 413) return 413;
  return typeof status === "number" && status >= 400 && status < 500 ? 400 : 500;
}
