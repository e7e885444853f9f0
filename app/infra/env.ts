import { isIP } from "node:net";
import { z } from "zod";

import { SETTINGS } from "./settings";

export { SETTINGS, settingsTable } from "./settings";
export type { Setting } from "./settings";

/** Thrown when the configuration cannot be used; lists every wrong setting, never a secret value. */
export class ConfigError extends Error {
  /** One line a problem, each beginning with the name of the setting. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((line) => `  - ${line}`).join("\n")}`);
    this.name = "ConfigError";
    this.problems = problems;
  }
}

const flag = z
  .string()
  .regex(/^(true|false|1|0|yes|no|on|off)$/i, "must be true or false")
  .transform((value) => /^(true|1|yes|on)$/i.test(value));

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);

const url = (schemes: readonly string[]) =>
  z.string().refine(
    (value) => {
      const parsed = URL.canParse(value) ? new URL(value) : undefined;
      return parsed !== undefined && schemes.includes(parsed.protocol) && parsed.hostname !== "";
    },
    `must be an address that begins with ${schemes.map((scheme) => `${scheme}//`).join(" or ")}`,
  );

const origin = url(["http:", "https:"])
  .refine(
    (value) => URL.canParse(value) && /^\/?$/.test(new URL(value).pathname + new URL(value).search + new URL(value).hash),
    "must be an origin only: scheme, host and port, without a path",
  )
  .transform((value) => new URL(value).origin);

/** Express wants false, a number of hops, or a list of addresses and subnets. */
const trustProxy = z
  .string()
  .refine(
    (value) => /^(off|false|no|\d{1,2})$/i.test(value) || value.split(",").every((part) => isProxyName(part.trim())),
    "must be off, a number of proxies, or a list of their addresses",
  )
  .transform((value): false | number | string[] => {
    if (/^(off|false|no|0+)$/i.test(value)) return false;
    return /^\d+$/.test(value) ? Number(value) : value.split(",").map((part) => part.trim());
  });

function isProxyName(part: string): boolean {
  if (/^(loopback|linklocal|uniquelocal)$/.test(part)) return true;
  const [address = "", bits, ...more] = part.split("/");
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

const shape = z.object({
  NODE_ENV: z.enum(["production", "development", "test"], "must be production, development or test"),
  HOST: z.string().regex(/^[A-Za-z\d.:-]{1,255}$/, "must be a host name or an address"),
  PORT: whole(1, 65_535),
  DATA_DIR: z.string().min(1),
  DATABASE_URL: url(["postgres:", "postgresql:"]).optional(),
  SECRET_KEY: z.string().min(32, "must be at least 32 characters").max(1_024, "must be at most 1,024 characters").optional(),
  PUBLIC_ORIGIN: origin.optional(),
  SMTP_URL: url(["smtp:", "smtps:"]).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n"@]{1,80} <[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/, "must be an address, or Name <address>"),
  TRUST_PROXY: trustProxy,
  INSECURE_COOKIES: flag,
  LOG_LEVEL: z.enum(
    ["fatal", "error", "warn", "info", "debug", "trace", "silent"],
    "must be fatal, error, warn, info, debug, trace or silent",
  ),
  SESSION_DAYS: whole(1, 365),
  SESSION_MAX_DAYS: whole(1, 730),
  BODY_LIMIT_KB: whole(16, 102_400),
  UPLOAD_LIMIT_KB: whole(64, 102_400),
  HTML_CACHE_MB: whole(0, 4_096),
  HTML_CACHE_MEMO_MS: whole(0, 250),
  JOB_INTERVAL_MS: whole(100, 3_600_000),
  DRAIN_SECONDS: whole(0, 300),
  DEMO: flag,
});

/** The parsed configuration; handed over by the composition root, never imported. */
export type Env = Readonly<Omit<z.output<typeof shape>, "PUBLIC_ORIGIN"> & { PUBLIC_ORIGIN: string }>;

/**
 * Reads the configuration from environment variables; a missing or empty one takes its default.
 * @param source usually `process.env`.
 * @throws ConfigError naming every setting that is wrong, not only the first.
 */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(SETTINGS.map(({ name, fallback }) => [name, source[name]?.trim() || fallback]));
  const result = shape.safeParse(given);
  const problems = result.success
    ? crossChecks(result.data)
    : firstOfEach(result.error.issues).map(({ name, message }) => problemOf(name, message, source));
  if (!result.success || problems.length > 0) throw new ConfigError(problems);
  const { PUBLIC_ORIGIN, ...rest } = result.data;
  return Object.freeze({ ...rest, PUBLIC_ORIGIN: PUBLIC_ORIGIN ?? defaultOrigin(rest.HOST, rest.PORT) });
}

/** What is allowed but probably not meant; the server writes these to its log when it starts. */
export function envWarnings(env: Env): string[] {
  const warnings: string[] = [];
  const { protocol, hostname } = new URL(env.PUBLIC_ORIGIN);
  const local = /^(localhost|127\..*|\[::1\])$/.test(hostname);
  if (env.INSECURE_COOKIES) {
    warnings.push("INSECURE_COOKIES is on: cookies travel without Secure and without the __Host- name; use it on a closed network only.");
  } else if (protocol === "http:" && !local) {
    warnings.push(
      "PUBLIC_ORIGIN is plain http: browsers drop secure cookies there, so nobody can sign in. Use https, or set INSECURE_COOKIES.",
    );
  }
  if (env.NODE_ENV === "production" && env.SMTP_URL === undefined && !env.DEMO) {
    warnings.push("SMTP_URL is not set: mails are kept in the database and nobody receives them.");
  }
  if (env.DATABASE_URL !== undefined && env.SECRET_KEY === undefined) {
    warnings.push("SECRET_KEY is not set: with PostgreSQL nobody can turn on a second step for signing in.");
  }
  return warnings;
}

/** One problem a setting is enough: the rest often follows from it. */
function firstOfEach(issues: readonly z.core.$ZodIssue[]): { name: string; message: string }[] {
  const first = new Map<string, string>();
  for (const { path, message } of issues) {
    const name = String(path[0]);
    if (!first.has(name)) first.set(name, message);
  }
  return [...first].map(([name, message]) => ({ name, message }));
}

function crossChecks(env: z.output<typeof shape>): string[] {
  if (env.SESSION_DAYS <= env.SESSION_MAX_DAYS) return [];
  return [`SESSION_DAYS: must not be more than SESSION_MAX_DAYS (${env.SESSION_MAX_DAYS}), but is ${env.SESSION_DAYS}`];
}

function problemOf(name: string, message: string, source: Readonly<Record<string, string | undefined>>): string {
  const secret = SETTINGS.find((setting) => setting.name === name)?.secret ?? false;
  const shown = secret ? "the given value (not shown)" : JSON.stringify(source[name] ?? "");
  return `${name}: ${message}, but is ${shown}`;
}

function defaultOrigin(host: string, port: number): string {
  const wildcard = host === "0.0.0.0" || host === "::";
  const name = wildcard ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return new URL(`http://${name}:${port}`).origin;
}
