import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import type { IncomingHttpHeaders, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Writable } from "node:stream";
import type { ServerBuild } from "@remix-run/node";
import { inject } from "vitest";

import { afterwards, freshStore } from "#tests/support/store";
import type { Store } from "~/domain/kernel/store";
import { fixedClock } from "~/infra/clock";
import { parseEnv } from "~/infra/env";
import { newId } from "~/infra/ids";
import type { LoadContext } from "~/infra/load-context";
import { createLogger } from "~/infra/logger";
import { createRateLimiter } from "~/infra/rate-limit";
import { createApp } from "~/server/app";
import type { AppOptions } from "~/server/app";
import type { ServerState } from "~/server/health";
import { createHttpServer } from "~/server/http-server";
import type { Patience } from "~/server/http-server";
import { createLoadContext } from "~/server/load-context";

/** What the pages of the small test site do; each test may replace one. */
export interface Pages {
  readonly loader?: (args: { request: Request; context: LoadContext }) => Promise<unknown>;
  readonly action?: (args: { request: Request; context: LoadContext }) => Promise<unknown>;
  readonly html?: (request: Request, context: LoadContext) => string | Promise<string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly raw: Buffer;
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  /** A text or bytes are sent with their length, a list in chunks without. */
  readonly body?: string | Buffer | readonly Buffer[];
}

export interface Site {
  readonly server: Server;
  readonly store: Store;
  readonly state: ServerState;
  readonly origin: string;
  /** Lines of the log, parsed. */
  readonly logged: Record<string, unknown>[];
  /** Requests that reached an action. */
  readonly acted: { url: string; form: [string, FormDataEntryValue][]; cookie: string | null }[];
  ask(path: string, asked?: Asked): Promise<Answer>;
}

/** The real server with a Remix build of two routes, `/` and everything else, listening on loopback. */
export async function startSite(
  pages: Pages = {},
  settings: Record<string, string> = {},
  { patience, ...options }: Partial<AppOptions> & { readonly patience?: Patience } = {},
): Promise<Site> {
  const store = await freshStore();
  const state: ServerState = { draining: false };
  const logged: Record<string, unknown>[] = [];
  const acted: Site["acted"] = [];
  const env = parseEnv({ NODE_ENV: "test", PUBLIC_ORIGIN: "https://campus.test", ...settings });
  const log = createLogger({ level: "info", destination: linesInto(logged) });
  const clock = fixedClock("2026-03-02T09:00:00Z");
  const services = { store, env, clock, newId, log, rateLimit: createRateLimiter({ store, clock }), pokeJobs: () => undefined };
  const app = createApp({
    env,
    log,
    store,
    newId,
    state,
    clientDir: join(inject("runDir"), "no-client"),
    getBuild: () => buildOf(pages, acted),
    // These pages ask nothing of the sessions.
    getLoadContext: createLoadContext(services as unknown as Parameters<typeof createLoadContext>[0]),
    ...options,
  });
  const server = createHttpServer(patience).on("request", app);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterwards(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { server, store, state, origin: env.PUBLIC_ORIGIN, logged, acted, ask: (path, asked) => ask(port, path, asked) };
}

/** A folder with the files of a client build. */
export function clientFolder(files: Record<string, string | Buffer>): string {
  const dir = mkdtempSync(join(inject("runDir"), "client-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(dir, name, ".."), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}

/** One request over a connection of its own, with exactly these headers. */
export function ask(port: number, path: string, { method = "GET", headers = {}, body }: Asked = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunked = Array.isArray(body);
    const length = body === undefined || chunked ? {} : { "Content-Length": String(Buffer.byteLength(body as string | Buffer)) };
    const outgoing = httpRequest(
      { host: "127.0.0.1", port, path, method, headers: { ...length, ...headers }, agent: false },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on("data", (part: Buffer) => parts.push(part));
        incoming.on("end", () => {
          const raw = Buffer.concat(parts);
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, raw, text: raw.toString("utf8") });
        });
      },
    );
    outgoing.on("error", reject);
    if (chunked) for (const part of body as readonly Buffer[]) outgoing.write(part);
    outgoing.end(chunked ? undefined : body);
  });
}

function linesInto(logged: Record<string, unknown>[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString("utf8").split("\n").filter(Boolean)) logged.push(JSON.parse(line) as Record<string, unknown>);
      done();
    },
  });
}

function buildOf(pages: Pages, acted: Site["acted"]): ServerBuild {
  const loader = pages.loader ?? (async () => ({ hello: "world" }));
  const action = async (args: { request: Request; context: LoadContext }): Promise<unknown> => {
    const form = await args.request.clone().formData();
    acted.push({ url: args.request.url, form: [...form], cookie: args.request.headers.get("Cookie") });
    return pages.action ? pages.action(args) : { done: true };
  };
  const html = pages.html ?? (() => "<!doctype html><p>hello</p>");
  const route = (id: string, path: string | undefined, index?: boolean) => ({
    id,
    path,
    index,
    parentId: id === "root" ? undefined : "root",
  });
  const module = { default: () => null, loader, action };
  const entry = async (request: Request, status: number, headers: Headers, _remix: unknown, context: LoadContext): Promise<Response> => {
    headers.set("Content-Type", "text/html; charset=utf-8");
    return new Response(await html(request, context), { status, headers });
  };
  return {
    entry: { module: { default: entry, handleError: () => undefined } },
    routes: {
      root: { ...route("root", ""), module: { default: () => null } },
      index: { ...route("index", undefined, true), module },
      rest: { ...route("rest", "*"), module },
    },
    assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "1" },
    publicPath: "/",
    assetsBuildDirectory: "",
    basename: "/",
    isSpaMode: false,
    future: {
      v3_singleFetch: true,
      v3_throwAbortReason: true,
      v3_relativeSplatPath: true,
      v3_fetcherPersist: true,
      v3_lazyRouteDiscovery: false,
    },
  } as unknown as ServerBuild;
}
