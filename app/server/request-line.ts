import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import { pinoHttp } from "pino-http";

import type { NewId } from "~/infra/ids";
import { safeUrl } from "~/infra/logger";
import type { Log } from "~/infra/logger";

import { refuse } from "./error-pages";
import { localsOf } from "./locals";

const LONGEST_URL = 4096;
const PLAIN_ID = /^[\w.-]{8,64}$/;

const NONCE_BYTES = 16;
let pool = Buffer.alloc(0);

/** 128 random bits in base64, out of a pool: asking the system for each costs more than everything else here. */
function freshNonce(): string {
  if (pool.length < NONCE_BYTES) pool = randomBytes(NONCE_BYTES * 256);
  const nonce = pool.subarray(0, NONCE_BYTES).toString("base64");
  pool = pool.subarray(NONCE_BYTES);
  return nonce;
}

/** Gives each request its id and its nonce. An id from outside counts only when a proxy is trusted. */
export function requestIdentity({ newId, trustProxy }: { newId: NewId; trustProxy: boolean }): RequestHandler {
  return (req, res, next) => {
    const given = req.headers["x-request-id"];
    const locals = localsOf(res);
    locals.requestId = trustProxy && typeof given === "string" && PLAIN_ID.test(given) ? given : newId();
    locals.nonce = freshNonce();
    req.id = locals.requestId;
    res.setHeader("X-Request-Id", locals.requestId);
    next();
  };
}

/** Writes one log line a request: method, address without secrets, status, time; never a header or a body. */
export function requestLog(log: Log): RequestHandler {
  if (!log.isLevelEnabled("info")) return failuresOnly(log);
  return pinoHttp<IncomingMessage, ServerResponse>({
    logger: log,
    quietReqLogger: true,
    customAttributeKeys: { reqId: "requestId", responseTime: "ms" },
    wrapSerializers: false,
    serializers: {
      req: (req: IncomingMessage & { originalUrl?: string; ip?: string }) => ({
        method: req.method,
        url: safeUrl(req.originalUrl ?? req.url ?? ""),
        ip: req.ip,
      }),
      res: (res: ServerResponse) => ({ status: res.statusCode }),
    },
    autoLogging: { ignore: (req) => /^\/(healthz|readyz|assets\/|fonts\/|icons\/)/.test(req.url ?? "") },
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? "error" : "info"),
    customSuccessMessage: () => "request",
    customErrorMessage: () => "request failed",
  });
}

/** Where successes are not logged, the machinery for them need not run. */
function failuresOnly(log: Log): RequestHandler {
  return (req, res, next) => {
    res.once("finish", () => {
      if (res.statusCode >= 500)
        log.error({ requestId: req.id, method: req.method, url: safeUrl(req.originalUrl), status: res.statusCode }, "request failed");
    });
    next();
  };
}

/** Refuses addresses and methods that no page of ours has, before anything tries to understand them. */
export function requestLine(): RequestHandler {
  return (req, res, next) => {
    const url = req.originalUrl;
    if (url.length > LONGEST_URL) return refuse(req, res, 414);
    // A path that begins with two slashes would become another host in a redirect; NUL ends up in SQL.
    if (!url.startsWith("/") || /^\/[/\\]|^[^?]*\\|%00/.test(url) || !isDecodable(req.path)) return refuse(req, res, 400);
    next();
  };
}

function isDecodable(path: string): boolean {
  if (!path.includes("%")) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Answers methods that no page has; stands after the origin check, which judges every changing method. */
export function knownMethods(): RequestHandler {
  const allowed = "GET, HEAD, POST, OPTIONS";
  return (req, res, next) => {
    if (req.method === "GET" || req.method === "HEAD" || req.method === "POST") return next();
    res.setHeader("Allow", allowed);
    if (req.method === "OPTIONS") return void res.status(204).end();
    refuse(req, res, 405);
  };
}
