import type { Request, RequestHandler } from "express";

import { isPlainName, MAX_FIELDS } from "~/infra/form-names";
import type { UploadPages } from "~/infra/upload-limits";

import { refuse } from "./error-pages";
import type { RefusalStatus } from "./error-pages";
import { localsOf } from "./locals";

/** Limits of what a person may send. */
export interface BodyGuardOptions {
  /** Largest body in bytes. */
  readonly maxBytes: number;
  /** Pages that take files: a form in parts sent there is not read here but while the application takes it in, up to its own limit. */
  readonly uploads?: UploadPages;
  /** Milliseconds in which the whole body must arrive; 20 seconds when absent. */
  readonly timeoutMs?: number;
}

/**
 * Reads the form of a request before Remix does: refuses what is no form (415), too large (413, by its announced
 * length or while it comes in) or malformed (400), and leaves the bytes in `res.locals` for the rest.
 */
export function bodyGuard({ maxBytes, uploads, timeoutMs = 20_000 }: BodyGuardOptions): RequestHandler {
  return (req, res, next) => {
    if (req.method === "GET" || req.method === "HEAD") return next();
    const streamed = uploads !== undefined && uploads.path.test(req.path) && typeOf(req) === "multipart/form-data";
    const limit = streamed ? uploads.maxBytes : maxBytes;
    const early = refusalByHeaders(req, limit);
    if (early) {
      refuse(req, res, early, streamed && early === 413 ? { fileBytes: uploads.fileBytes } : undefined);
      return cutOffLater(req);
    }
    if (streamed) {
      localsOf(res).streamed = true;
      // Nobody may have taken it in, such as for a page that does not exist.
      res.once("finish", () => cutOffLater(req));
      req.on("error", () => undefined);
      return next();
    }
    readBody(req, limit, timeoutMs)
      .then(async (body) => {
        if (typeof body === "number") {
          refuse(req, res, body);
          return cutOffLater(req);
        }
        if (!(await isReadableForm(req.headers["content-type"], body))) return refuse(req, res, 400);
        localsOf(res).body = body;
        next();
      })
      .catch(next);
  };
}

const typeOf = (req: Request): string => (req.headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";

function refusalByHeaders(req: Request, limit: number): RefusalStatus | undefined {
  const announced = req.headers["content-length"];
  const hasBody = req.headers["transfer-encoding"] !== undefined || (announced !== undefined && announced !== "0");
  if (!hasBody) return undefined;
  if ((req.headers["content-encoding"] ?? "identity") !== "identity") return 415;
  const type = typeOf(req);
  if (type !== "application/x-www-form-urlencoded" && type !== "multipart/form-data") return 415;
  if (announced !== undefined && Number(announced) > limit) return 413;
  return undefined;
}

/** The whole body, or the status to refuse with; rejects only when the connection breaks. */
function readBody(req: Request, limit: number, timeoutMs: number): Promise<Buffer | 413 | 400> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (outcome: () => void): void => {
      clearTimeout(timer);
      req.removeListener("data", onData);
      req.removeListener("end", onEnd);
      req.removeListener("close", onBroken);
      outcome();
    };
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > limit) settle(() => resolve(413));
      else chunks.push(chunk);
    };
    const onEnd = (): void => settle(() => resolve(Buffer.concat(chunks)));
    const onBroken = (): void => settle(() => reject(new BrokenRequest()));
    const timer = setTimeout(() => settle(() => resolve(400)), timeoutMs);
    req.on("data", onData);
    req.on("end", onEnd);
    req.on("close", onBroken);
    // After a refusal the stream may still fail; nobody waits for it then.
    req.on("error", () => undefined);
  });
}

/** The sender went away before the form was complete; there is nobody to answer. */
export class BrokenRequest extends Error {
  readonly status = 400;
  constructor() {
    super("the request ended before its body was complete");
    this.name = "BrokenRequest";
  }
}

/** Lets the sender finish for a while, so that it reads our answer, then ends the connection. */
function cutOffLater(req: Request): void {
  if (req.complete) return;
  req.resume();
  const timer = setTimeout(() => {
    if (!req.complete) req.socket.destroy();
  }, 5000);
  timer.unref();
}

/** Parses as the application will, so that what cannot be parsed never reaches it. */
async function isReadableForm(contentType: string | undefined, body: Buffer): Promise<boolean> {
  if (body.length === 0) return true;
  try {
    const form = await new Response(new Uint8Array(body), { headers: { "Content-Type": contentType ?? "" } }).formData();
    const names = [...form.keys()];
    return names.length <= MAX_FIELDS && names.every(isPlainName);
  } catch {
    return false;
  }
}
