import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { inArray } from "drizzle-orm";
import type { Request, RequestHandler, Response as ExpressResponse } from "express";

import { pageVersions } from "#db/schema/across";
import type { Store } from "~/domain/kernel/store";
import { htmlCacheKey } from "~/infra/html-cache";
import type { CacheAnswer, CacheEntry, CacheProduct, HtmlCache, PageMarks } from "~/infra/html-cache";

import { localsOf } from "./locals";
import { acceptsEncoding } from "./remix";
import type { Render } from "./remix";
import { sharedContentSecurityPolicy } from "./security";

/** Which pages are the same for every visitor; given by the application, so that the cache knows no routes. */
export interface SharedPages {
  /** Parameters the page at this path depends on, or undefined when it is never shared. */
  readonly knownParams: (path: string) => readonly string[] | undefined;
  /** True when nothing ties the request to one person: no session, draft or flash cookie. */
  readonly isAnonymous: (req: Request) => boolean;
  /** Language in which this visitor reads. */
  readonly localeOf: (req: Request) => string;
}

const gzipAsync = promisify(gzip);
const brotli = promisify(brotliCompress);
const KEPT_HEADERS = ["content-type", "content-language", "link"];

/** Reads the present versions of tags; a tag that never changed has no row. */
export function versionReader(store: Store): (tags: readonly string[]) => Promise<Map<string, number>> {
  return async (tags) => {
    if (tags.length === 0) return new Map();
    const rows = await store.db
      .select()
      .from(pageVersions)
      .where(inArray(pageVersions.tag, [...tags]));
    return new Map(rows.map(({ tag, n }) => [tag, n]));
  };
}

/** Serves shared pages to visitors out of the cache, rendering each once; all other requests go on. */
export function pageCacheMiddleware(options: {
  cache: HtmlCache;
  pages: SharedPages;
  render: Render;
  readVersions: (tags: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  /** Told how each page was found. */
  onAnswer?: (state: CacheAnswer["state"]) => void;
}): RequestHandler {
  const { cache, pages, render, readVersions, onAnswer } = options;
  return (req, res, next) => {
    const known = req.method === "GET" || req.method === "HEAD" ? pages.knownParams(req.path) : undefined;
    if (known === undefined || !pages.isAnonymous(req)) return next();
    const locale = pages.localeOf(req);
    const params = new URLSearchParams(req.originalUrl.length === req.path.length ? "" : req.originalUrl.slice(req.path.length));
    const found = htmlCacheKey({ path: req.path, params, known, locale, campus: "" });
    if (!found) return next();
    const produce = () => produceShared({ req, res, render, readVersions, path: req.path + found.search, locale });
    cache
      .get(found.key, produce)
      .then((answer) => {
        onAnswer?.(answer.state);
        if (answer.state !== "private") return sendShared(req, res, answer.entry);
        // Redirects, errors and pages that declare nothing are made again, for this visitor alone.
        next();
      })
      .catch(next);
  };
}

async function produceShared(job: {
  req: Request;
  res: ExpressResponse;
  render: Render;
  readVersions: (tags: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  path: string;
  locale: string;
}): Promise<CacheProduct> {
  const versions = new Map<string, number>();
  const page: PageMarks = {
    shared: true,
    async dependsOn(...tags) {
      const fresh = tags.filter((tag) => !versions.has(tag));
      const read = await job.readVersions(fresh);
      for (const tag of fresh) versions.set(tag, read.get(tag) ?? 0);
    },
  };
  const locals = localsOf(job.res);
  locals.page = page;
  locals.personal = false;
  const response = await job.render(job.req, job.res, { path: job.path, locale: job.locale }).finally(() => {
    locals.page = undefined;
  });
  const body = Buffer.from(await response.arrayBuffer());
  const personal = response.headers.has("Set-Cookie") || locals.personal;
  const html = (response.headers.get("Content-Type") ?? "").startsWith("text/html");
  const keep = response.status === 200 && html && !personal && versions.size > 0;
  if (!keep) return { status: response.status, headers: {}, body, csp: "", versions: new Map() };
  const headers = Object.fromEntries(
    KEPT_HEADERS.map((name) => [name, response.headers.get(name) ?? ""]).filter(([, value]) => value !== ""),
  );
  const [packed, smaller] = await Promise.all([
    gzipAsync(body, { level: 6 }),
    brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  ]);
  return { status: 200, headers, body, gzip: packed, brotli: smaller, csp: sharedContentSecurityPolicy(body.toString("utf8")), versions };
}

function sendShared(req: Request, res: ExpressResponse, entry: CacheEntry): void {
  for (const [name, value] of Object.entries(entry.headers)) res.setHeader(name, value);
  const { encoding, body } = encodedFor(req, entry);
  res.setHeader("Content-Security-Policy", entry.csp);
  // A browser asks again each time: signing in must show at once.
  res.setHeader("Cache-Control", "private, no-cache");
  res.setHeader("ETag", encoding ? entry.etag.replace(/"$/, `-${encoding}"`) : entry.etag);
  res.setHeader("Vary", "Cookie, Accept-Language, Accept-Encoding");
  if (req.headers["if-none-match"] !== undefined && req.fresh) {
    res.status(304).end();
    return;
  }
  if (encoding) res.setHeader("Content-Encoding", encoding);
  res.setHeader("Content-Length", body.length);
  res.end(req.method === "HEAD" ? undefined : body);
}

function encodedFor(req: Request, entry: CacheEntry): { encoding?: string; body: Buffer } {
  if (entry.brotli && acceptsEncoding(req, "br")) return { encoding: "br", body: entry.brotli };
  if (entry.gzip && acceptsEncoding(req, "gzip")) return { encoding: "gzip", body: entry.gzip };
  return { body: entry.body };
}
