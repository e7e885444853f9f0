import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Request, RequestHandler } from "express";
import helmet from "helmet";

import { refuse } from "./error-pages";
import { localsOf } from "./locals";

const COMMON = "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const IMAGES = "img-src 'self' data: blob:";

/**
 * The enforced Content-Security-Policy of a page that is made for one visitor.
 * @param nonce fresh for each response, base64.
 * @param development true under Vite, whose injected styles carry no nonce and whose socket has another port.
 */
export function contentSecurityPolicy(nonce: string, development = false): string {
  const styles = development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`;
  const sockets = development ? "; connect-src 'self' ws:" : "";
  return `default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'; ${styles}; style-src-attr 'unsafe-inline'; ${IMAGES}; ${COMMON}${sockets}`;
}

/**
 * The policy of a kept page: its inline scripts and styles are known by their hashes. Without `strict-dynamic`,
 * because Chromium then blocks the imports of a hashed inline module and nothing hydrates.
 * @param html the page as it is sent.
 */
export function sharedContentSecurityPolicy(html: string): string {
  const scripts = ["'self'", ...hashesOf(html, "script")].join(" ");
  const styles = ["'self'", ...hashesOf(html, "style")].join(" ");
  return `default-src 'self'; script-src ${scripts}; style-src ${styles}; style-src-attr 'unsafe-inline'; ${IMAGES}; ${COMMON}`;
}

function hashesOf(html: string, element: "script" | "style"): string[] {
  const inline = html.matchAll(new RegExp(`<${element}(\\s[^>]*)?>([\\s\\S]*?)</${element}\\s*>`, "gi"));
  const hashes = new Set<string>();
  for (const [, attributes = "", content = ""] of inline) {
    if (/\ssrc\s*=/i.test(attributes) || content === "") continue;
    hashes.add(`'sha256-${createHash("sha256").update(content, "utf8").digest("base64")}'`);
  }
  return [...hashes];
}

/** Sets the security headers of every answer; a later answer may replace the Content-Security-Policy by its own. */
export function securityHeaders({ publicOrigin, development }: { publicOrigin: string; development: boolean }): RequestHandler {
  const https = publicOrigin.startsWith("https:");
  const fixed = headersOf(
    helmet({
      contentSecurityPolicy: false,
      crossOriginEmbedderPolicy: false,
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      // Not `no-referrer`: with it a browser sends `Origin: null` and the origin check could not know its own forms.
      referrerPolicy: { policy: "same-origin" },
      xFrameOptions: { action: "deny" },
    }),
  );
  fixed.push(["Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"]);
  return (_req, res, next) => {
    res.setHeader("Content-Security-Policy", contentSecurityPolicy(localsOf(res).nonce, development));
    for (const [name, value] of fixed) res.setHeader(name, value);
    next();
  };
}

/** What a chain of header-setting middleware sets, asked once: it says the same for every request. */
function headersOf(middleware: ReturnType<typeof helmet>): [string, string][] {
  const headers: [string, string][] = [];
  const recorder = { setHeader: (name: string, value: string) => headers.push([name, value]), removeHeader: () => undefined };
  middleware({} as IncomingMessage, recorder as unknown as ServerResponse, () => undefined);
  return headers;
}

/** A route that is called without a browser and proves itself by a token in its path. */
export interface OriginExemption {
  readonly method: string;
  readonly path: RegExp;
}

/** Routes free of the origin check. Cookies are taken off them, so that they cannot act for a signed-in person. */
export const ORIGIN_EXEMPTIONS: readonly OriginExemption[] = [{ method: "POST", path: /^\/mail\/unsubscribe\/[A-Za-z0-9_-]{20,200}$/ }];

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Lets a change through only from our own pages: `Sec-Fetch-Site: same-origin`, or else an `Origin` equal to ours.
 * Everything else gets 403 before Remix sees it.
 */
export function originCheck(publicOrigin: string, exemptions: readonly OriginExemption[] = ORIGIN_EXEMPTIONS): RequestHandler {
  return (req, res, next) => {
    if (READING.has(req.method) || comesFromOurselves(req, publicOrigin)) return next();
    if (exemptions.some(({ method, path }) => method === req.method && path.test(req.path))) {
      delete req.headers.cookie;
      return next();
    }
    refuse(req, res, 403);
  };
}

function comesFromOurselves(req: Request, publicOrigin: string): boolean {
  return req.headers["sec-fetch-site"] === "same-origin" || req.headers.origin === publicOrigin;
}
