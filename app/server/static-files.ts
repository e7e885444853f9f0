import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { Request, RequestHandler, Response } from "express";

/** Folders under the client build whose names carry a hash or a version: a browser keeps them for a year. */
const IMMUTABLE_FOLDERS = ["assets", "fonts"];
/** Folders and single files that may change with a new version of Broeikas. */
const OTHER_FOLDERS = ["icons", "images"];
const SINGLE_FILES = ["favicon.ico", "favicon.svg", "manifest.webmanifest", "robots.txt", "apple-touch-icon.png"];

const IMMUTABLE = "public, max-age=31536000, immutable";
const ONE_HOUR = "public, max-age=3600";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};

interface StaticFile {
  readonly type: string;
  readonly cacheControl: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

/**
 * Serves the files of the client build out of memory, with the brotli and gzip forms that the build left beside them.
 * The list is made once at start: no look at the disk for a page, and no path of a request ever reaches the disk.
 * @param dir the client build, such as `build/client`; when it is missing nothing is served.
 */
export function staticFiles(dir: string): RequestHandler {
  const files = new Map<string, StaticFile>();
  for (const folder of IMMUTABLE_FOLDERS) collect(files, dir, folder, IMMUTABLE);
  for (const folder of OTHER_FOLDERS) collect(files, dir, folder, ONE_HOUR);
  for (const name of SINGLE_FILES) addFile(files, dir, name, ONE_HOUR);
  const prefixes = [...IMMUTABLE_FOLDERS, ...OTHER_FOLDERS].map((folder) => `/${folder}/`);
  const singles = new Set(SINGLE_FILES.map((name) => `/${name}`));

  return (req, res, next) => {
    const ours = singles.has(req.path) || prefixes.some((prefix) => req.path.startsWith(prefix));
    if (!ours || (req.method !== "GET" && req.method !== "HEAD")) return next();
    const file = files.get(req.path);
    if (file) return send(req, res, file);
    res.status(404).setHeader("Cache-Control", "no-store");
    res.type("text/plain").end("404\n");
  };
}

function send(req: Request, res: Response, file: StaticFile): void {
  const encoding = file.br || file.gzip ? bestEncoding(req, file) : undefined;
  const body = (encoding && file[encoding]) ?? file.plain;
  if (file.br || file.gzip) res.vary("Accept-Encoding");
  if (encoding) res.setHeader("Content-Encoding", encoding);
  res.setHeader("Content-Type", file.type);
  res.setHeader("Cache-Control", file.cacheControl);
  res.setHeader("ETag", encoding ? file.etag.replace(/"$/, `-${encoding}"`) : file.etag);
  if (req.fresh) {
    res.removeHeader("Content-Encoding");
    res.status(304).end();
    return;
  }
  res.setHeader("Content-Length", body.length);
  res.end(req.method === "HEAD" ? undefined : body);
}

function bestEncoding(req: Request, file: StaticFile): "br" | "gzip" | undefined {
  if (file.br && req.acceptsEncodings("br") === "br") return "br";
  if (file.gzip && req.acceptsEncodings("gzip") === "gzip") return "gzip";
  return undefined;
}

function collect(files: Map<string, StaticFile>, dir: string, folder: string, cacheControl: string): void {
  const path = join(dir, folder);
  if (!existsSync(path)) return;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = `${folder}/${entry.name}`;
    if (entry.isDirectory()) collect(files, dir, below, cacheControl);
    else if (entry.isFile()) addFile(files, dir, below, cacheControl);
  }
}

function addFile(files: Map<string, StaticFile>, dir: string, name: string, cacheControl: string): void {
  const path = join(dir, name);
  const type = TYPES[extname(name)];
  if (type === undefined || !existsSync(path)) return;
  const plain = readFileSync(path);
  const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
  files.set(`/${name}`, { type, cacheControl, etag, plain, br: beside(path, ".br"), gzip: beside(path, ".gz") });
}

/** A compressed form that is older than its file would be the content of before. */
function beside(path: string, suffix: string): Buffer | undefined {
  const packed = path + suffix;
  if (!existsSync(packed) || statSync(packed).mtimeMs < statSync(path).mtimeMs) return undefined;
  return readFileSync(packed);
}
