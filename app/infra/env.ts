import { isIP } from "node:net";
import { z } from "zod";
import { parseVat } from "~/domain/companies/vat-number";

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

/** Over plain http only where nobody else listens: another service of this machine, for trying it out. */
const issuer = url(["https:", "http:"]).refine(
  (value) => !/^http:/i.test(value) || /^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/]|$)/i.test(value),
  "must be an https address",
);

/** One service at one address: over https, or on this machine for trying it out; nothing behind the path that could change what is asked. */
const service = z
  .string()
  .refine(
    (value) => value === "off" || (issuer.safeParse(value).success && !/[?#@]/.test(value)),
    "must be an https address without a question mark, or off",
  );

const ownVat = z
  .string()
  .refine((value) => parseVat(value).ok, "must be a VAT number of the EU, such as BE0203201340")
  .transform((value) => {
    const parsed = parseVat(value);
    return parsed.ok ? parsed.vat : value;
  });

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
  DATABASE_DIRECT_URL: url(["postgres:", "postgresql:"]).optional(),
  DATABASE_CONNECTIONS: whole(3, 500),
  SECRET_KEY: z.string().min(32, "must be at least 32 characters").max(1_024, "must be at most 1,024 characters").optional(),
  PUBLIC_ORIGIN: origin.optional(),
  SMTP_URL: url(["smtp:", "smtps:"]).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n"@]{1,80} <[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/, "must be an address, or Name <address>"),
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().min(1).max(300, "must be at most 300 characters").optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().max(60, "must be at most 60 characters").optional(),
  VIES_URL: service,
  VIES_REQUESTER: ownVat.optional(),
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
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, "must have 16 characters or more, without spaces")
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[A-Za-z\d][A-Za-z\d._-]{1,254}$/, "must be the name of a bucket")
    .optional(),
  S3_ENDPOINT: url(["http:", "https:"]).optional(),
  S3_REGION: z.string().regex(/^[a-z\d-]{1,40}$/, "must be the name of a region"),
  S3_PATH_STYLE: flag,
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_HOUR: whole(0, 23),
  BACKUP_KEEP_DAYS: whole(1, 366),
  BACKUP_KEEP_WEEKS: whole(0, 520),
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
  if (env.NODE_ENV === "production" && env.BACKUP_DIR === undefined && !env.DEMO) {
    warnings.push("BACKUP_DIR is not set: the server makes no backups by itself.");
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
  const problems: string[] = [];
  if (env.SESSION_DAYS > env.SESSION_MAX_DAYS)
    problems.push(`SESSION_DAYS: must not be more than SESSION_MAX_DAYS (${env.SESSION_MAX_DAYS}), but is ${env.SESSION_DAYS}`);
  if (env.DATABASE_DIRECT_URL !== undefined && env.DATABASE_URL === undefined)
    problems.push("DATABASE_DIRECT_URL: is set without DATABASE_URL");
  if ((env.S3_ACCESS_KEY === undefined) !== (env.S3_SECRET_KEY === undefined))
    problems.push("S3_ACCESS_KEY: must be set together with S3_SECRET_KEY, or neither");
  for (const name of ["S3_ENDPOINT", "S3_ACCESS_KEY"] as const)
    if (env[name] !== undefined && env.S3_BUCKET === undefined) problems.push(`${name}: is set without S3_BUCKET`);
  if ((env.OIDC_ISSUER === undefined) !== (env.OIDC_CLIENT_ID === undefined)) {
    const [missing, given] = env.OIDC_ISSUER === undefined ? ["OIDC_ISSUER", "OIDC_CLIENT_ID"] : ["OIDC_CLIENT_ID", "OIDC_ISSUER"];
    problems.push(`${missing}: must be set too when ${given} is`);
  }
  return problems;
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
