import { Readable } from "node:stream";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { createRequestHandler, writeReadableStreamToWritable } from "@remix-run/node";
import type { ServerBuild } from "@remix-run/node";
import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from "express";

import type { GetLoadContext } from "./load-context";
import { localsOf } from "./locals";

/** The Remix build, or a way to get the present one (under Vite it changes). */
export type GetBuild = () => ServerBuild | Promise<ServerBuild>;

/** Asks Remix for the answer to a request; `overrides` make the same request without anything of its visitor. */
export type Render = (req: ExpressRequest, res: ExpressResponse, overrides?: SharedRequest) => Promise<Response>;

/** The part of a request that a shared page may depend on. */
export interface SharedRequest {
  readonly path: string;
  readonly locale: string;
}

/** What the adapter needs. */
export interface RemixOptions {
  readonly getBuild: GetBuild;
  readonly getLoadContext: GetLoadContext;
  readonly publicOrigin: string;
  /** True under Vite: the build is asked for anew at each request. */
  readonly development: boolean;
}

const gzipAsync = promisify(gzip);
/** Costs a good half of the usual settings at the same level, and a fifth of level 6, for 10 % more bytes; the answer fits in one chunk. */
const GZIP = { level: 2, memLevel: 9, chunkSize: 64 * 1024 };
const COMPRESS_FROM_BYTES = 1024;
const COMPRESSIBLE = /^(text\/(?!event-stream)|application\/(json|javascript|xml|[\w.-]+\+(json|xml))|image\/svg)/;

type Handle = ReturnType<typeof createRequestHandler>;

/**
 * The shape of an address: its first step and how many steps it has. "/ideas/7" and "/ideas/7.data" are both "ideas 2"; the front page,
 * also as "/_root.data", is " 0".
 */
function shapeOf(path: string): string {
  const steps = path.split("/").filter((step) => step !== "" && step !== "_root.data");
  return `${steps[0]?.replace(/\.data$/, "") ?? ""} ${steps.length}`;
}

interface Placed {
  readonly path?: string;
  readonly parentId?: string;
}

/** The build with the routes of one shape only, and those around them. */
function narrowed(build: ServerBuild, shape: string): ServerBuild {
  const within = <R extends Placed | undefined>(routes: Record<string, R>): Record<string, R> =>
    Object.fromEntries(Object.entries(routes).filter(([, route]) => route?.parentId === undefined || shapeOf(route.path ?? "") === shape));
  return { ...build, routes: within(build.routes), assets: { ...build.assets, routes: within(build.assets.routes) } };
}

/**
 * Chooses among handlers by the shape of the address. React Router ranks and compiles all routes again several times a
 * request; a handler that knows only the few routes which can match does hardly any of that work. Another shape has the whole build.
 */
function handlerByShape(build: ServerBuild): Handle {
  const all = createRequestHandler(build, "production");
  const placed = Object.values(build.routes).filter((route) => route?.parentId !== undefined);
  const shapes = new Set(placed.map((route) => shapeOf(route?.path ?? "")));
  const handlers = new Map([...shapes].map((shape) => [shape, createRequestHandler(narrowed(build, shape), "production")]));
  return (request, context) => (handlers.get(shapeOf(new URL(request.url).pathname)) ?? all)(request, context);
}

/** Makes the function that renders by Remix. The request's address is built on PUBLIC_ORIGIN, never on a `Host` header. */
export function createRender({ getBuild, getLoadContext, publicOrigin, development }: RemixOptions): Render {
  let handle: Handle | undefined;
  return async (req, res, shared) => {
    // Only under Vite may an answer say what went wrong; Remix would do so in tests as well.
    handle ??= development ? createRequestHandler(getBuild, "development") : handlerByShape(await getBuild());
    const request = shared ? sharedRequest(shared, publicOrigin) : webRequest(req, res, publicOrigin);
    return orThrow(await handle(request, { ...getLoadContext(req, res) }));
  };
}

/** When even the error page cannot be rendered, Remix answers with a bare line of text; ours has a number and a way back. */
async function orThrow(response: Response): Promise<Response> {
  if (response.status !== 500 || response.headers.get("Content-Type") !== "text/plain") return response;
  throw new Error(await response.text());
}

/** The last stop of a request that is not kept: renders, and sends in one piece. */
export function remixHandler(render: Render): RequestHandler {
  return (req, res, next) => {
    render(req, res)
      .then((response) => sendResponse(req, res, response))
      .catch(next);
  };
}

function webRequest(req: ExpressRequest, res: ExpressResponse, publicOrigin: string): Request {
  const abort = new AbortController();
  res.once("close", () => {
    if (!res.writableFinished) abort.abort();
  });
  const { body, streamed } = localsOf(res);
  const about = { method: req.method, headers: webHeaders(req, publicOrigin), signal: abort.signal };
  // Half duplex is what a body that is read while it comes in asks for; the types of the platform do not know it.
  if (streamed) return new Request(publicOrigin + req.originalUrl, { ...about, body: Readable.toWeb(req), duplex: "half" } as RequestInit);
  return new Request(publicOrigin + req.originalUrl, {
    ...about,
    body: body === undefined || body.length === 0 ? undefined : new Uint8Array(body),
  });
}

function sharedRequest({ path, locale }: SharedRequest, publicOrigin: string): Request {
  return new Request(publicOrigin + path, { headers: { Accept: "text/html", "Accept-Language": locale } });
}

function webHeaders(req: ExpressRequest, publicOrigin: string): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (Array.isArray(value)) for (const one of value) headers.append(name, one);
    else if (value !== undefined) headers.set(name, value);
  }
  // The origin check has spoken. Remix's own compares with `Host`, which a proxy may have changed, and throws on odd values.
  for (const name of ["origin", "x-forwarded-host", "transfer-encoding", "content-length"]) headers.delete(name);
  headers.set("host", new URL(publicOrigin).host);
  return headers;
}

/**
 * Sends an answer of Remix. Text is collected, compressed whole and written once; anything else streams.
 * What says nothing about caching is private: `no-store`, `Vary: Cookie`.
 */
export async function sendResponse(req: ExpressRequest, res: ExpressResponse, response: Response): Promise<void> {
  res.status(response.status);
  copyHeaders(response, res);
  if (!res.hasHeader("Cache-Control")) res.setHeader("Cache-Control", "no-store");
  res.vary("Cookie");
  if (response.body === null || req.method === "HEAD") {
    await response.body?.cancel();
    res.end();
    return;
  }
  const type = response.headers.get("Content-Type") ?? "";
  // The data of pages is text as well, and Remix does not say in which letters.
  if (type === "text/x-script") res.setHeader("Content-Type", `${type}; charset=utf-8`);
  const attachment = /^attachment/i.test(response.headers.get("Content-Disposition") ?? "");
  if (!COMPRESSIBLE.test(type) || attachment || response.headers.has("Content-Encoding")) {
    await writeReadableStreamToWritable(response.body, res);
    return;
  }
  const whole = Buffer.from(await response.arrayBuffer());
  res.vary("Accept-Encoding");
  const packed = whole.length >= COMPRESS_FROM_BYTES && acceptsEncoding(req, "gzip") ? await gzipAsync(whole, GZIP) : undefined;
  if (packed) res.setHeader("Content-Encoding", "gzip");
  res.setHeader("Content-Length", (packed ?? whole).length);
  res.end(packed ?? whole);
}

/** Copies headers, adding to those that may stand more than once. */
function copyHeaders(response: Response, res: ExpressResponse): void {
  for (const [name, value] of response.headers) {
    if (name === "set-cookie") res.append(name, value);
    else if (name === "vary") res.vary(value);
    else res.setHeader(name, value);
  }
}

/** Tells whether the client takes an encoding: named, and not with a weight of nothing. */
export function acceptsEncoding(req: ExpressRequest, encoding: "gzip" | "br"): boolean {
  const wish = req.headers["accept-encoding"];
  if (typeof wish !== "string" || !wish.includes(encoding)) return false;
  return wish.split(",").some((part) => {
    const [name, weight] = part.split(";");
    return name?.trim().toLowerCase() === encoding && !/^\s*q=0(\.0*)?\s*$/.test(weight ?? "");
  });
}
