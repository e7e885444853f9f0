import { pino } from "pino";
import type { DestinationStream, Logger } from "pino";

/** The logger handed to every part of the server: JSON lines on standard output. */
export type Log = Logger;

const HIDDEN = "[hidden]";
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const SECRET_PARAM = /token|code|state|secret|key|mail|password|signature/i;

/** Fields that may never reach a log line, wherever an object that holds them is logged. */
const REDACTED = ["cookie", "authorization", "set-cookie", "password", "token", "secret", "address", "email"].flatMap((name) => {
  const key = name.includes("-") ? `["${name}"]` : name;
  const dotted = name.includes("-") ? key : `.${name}`;
  return [key, `*${dotted}`, `*.*${dotted}`];
});

/**
 * Makes the logger. A line is JSON, so a CR or LF in a value is escaped and cannot begin a line of its own.
 * @param options level as in LOG_LEVEL; destination only for tests.
 */
export function createLogger(options: { level: string; destination?: DestinationStream }): Log {
  const settings = {
    level: options.level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: REDACTED, censor: HIDDEN },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

/**
 * A request path as it may be logged: without tokens, codes and addresses.
 * @param url path and query, as in `req.originalUrl`.
 */
export function safeUrl(url: string): string {
  const [path = "", ...rest] = url.split("?");
  const query = rest.join("?");
  const safePath = path
    .split("/")
    .map((segment) => (looksSecret(segment) ? HIDDEN : segment))
    .join("/")
    // Printed codes are short enough to type: their place tells them.
    .replace(/^\/vote\/[^/]+/, `/vote/${HIDDEN}`);
  if (query === "") return safePath;
  const safeQuery = query
    .split("&")
    .map((pair) => {
      const [name = "", value = ""] = splitOnce(pair, "=");
      return SECRET_PARAM.test(name) || looksSecret(value) ? `${name}=${HIDDEN}` : pair;
    })
    .join("&");
  return `${safePath}?${safeQuery}`;
}

/** Tokens are 25 or more random bytes, so 30 or more letters; ids are UUIDs and stay readable. */
function looksSecret(part: string): boolean {
  const bare = part.replace(/\.(ics|data)$/, "");
  return /^[\w%~+=-]{30,}$/.test(bare) && !UUID.test(bare);
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
