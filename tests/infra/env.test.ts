import { describe, expect, it } from "vitest";

import { ConfigError, envWarnings, parseEnv, SETTINGS, settingsTable } from "~/infra/env";

function problemsOf(source: Record<string, string>): readonly string[] {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe("parseEnv", () => {
  it("has a default for everything", () => {
    expect(parseEnv({})).toEqual({
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: 3000,
      DATA_DIR: "./data",
      DATABASE_CONNECTIONS: 24,
      PUBLIC_ORIGIN: "http://127.0.0.1:3000",
      MAIL_FROM: "Broeikas <broeikas@localhost>",
      VIES_URL: "https://ec.europa.eu/taxation_customs/vies/rest-api",
      TRUST_PROXY: false,
      INSECURE_COOKIES: false,
      LOG_LEVEL: "info",
      SESSION_DAYS: 30,
      SESSION_MAX_DAYS: 180,
      BODY_LIMIT_KB: 256,
      UPLOAD_LIMIT_KB: 10_240,
      HTML_CACHE_MB: 32,
      HTML_CACHE_MEMO_MS: 100,
      JOB_INTERVAL_MS: 2000,
      DRAIN_SECONDS: 10,
      S3_REGION: "us-east-1",
      S3_PATH_STYLE: true,
      BACKUP_HOUR: 3,
      BACKUP_KEEP_DAYS: 7,
      BACKUP_KEEP_WEEKS: 4,
      DEMO: false,
    });
  });

  it("takes an empty value for a missing one", () => {
    expect(parseEnv({ PORT: " ", DATABASE_URL: "", SMTP_URL: "" })).toEqual(parseEnv({}));
  });

  it("derives the public origin from host and port", () => {
    expect(parseEnv({ HOST: "0.0.0.0", PORT: "8080" }).PUBLIC_ORIGIN).toBe("http://localhost:8080");
    expect(parseEnv({ HOST: "::1", PORT: "8080" }).PUBLIC_ORIGIN).toBe("http://[::1]:8080");
    expect(parseEnv({ PUBLIC_ORIGIN: "https://Campus.Example:443/" }).PUBLIC_ORIGIN).toBe("https://campus.example");
  });

  it("reads every form of TRUST_PROXY", () => {
    expect(["off", "0", "2", "loopback, 10.0.0.0/8", "fd00::/8"].map((TRUST_PROXY) => parseEnv({ TRUST_PROXY }).TRUST_PROXY)).toEqual([
      false,
      false,
      2,
      ["loopback", "10.0.0.0/8"],
      ["fd00::/8"],
    ]);
  });

  it.each([
    ["NODE_ENV", "prod"],
    ["HOST", "a b"],
    ["PORT", "0"],
    ["PORT", "65536"],
    ["PORT", "3e3"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["DATABASE_DIRECT_URL", "localhost"],
    ["DATABASE_CONNECTIONS", "2"],
    ["PUBLIC_ORIGIN", "https://campus.example/path"],
    ["PUBLIC_ORIGIN", "campus.example"],
    ["SMTP_URL", "http://localhost"],
    ["MAIL_FROM", "nobody"],
    ["MAIL_FROM", "a@b, c@d"],
    ["TRUST_PROXY", "yes"],
    ["TRUST_PROXY", "10.0.0.0/33"],
    ["INSECURE_COOKIES", "maybe"],
    ["LOG_LEVEL", "loud"],
    ["SESSION_DAYS", "0"],
    ["OIDC_ISSUER", "http://school.example"],
    ["OIDC_ISSUER", "http://localhost.example"],
    ["OIDC_NAME", "x".repeat(61)],
    ["SESSION_MAX_DAYS", "many"],
    ["BODY_LIMIT_KB", "1"],
    ["HTML_CACHE_MB", "-1"],
    ["HTML_CACHE_MEMO_MS", "251"],
    ["JOB_INTERVAL_MS", "5"],
    ["DRAIN_SECONDS", "x"],
    ["DEMO", "2"],
  ])("names %s when it is %s", (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: must be `));
  });

  it("lists all problems at once and shows no secret", () => {
    const problems = problemsOf({ PORT: "http", LOG_LEVEL: "loud", DATABASE_URL: "mysql://root:hunter2@db/x" });
    expect(problems).toEqual([
      'PORT: must be a whole number from 1 to 65535, but is "http"',
      "DATABASE_URL: must be an address that begins with postgres:// or postgresql://, but is the given value (not shown)",
      'LOG_LEVEL: must be fatal, error, warn, info, debug, trace or silent, but is "loud"',
    ]);
  });

  it("wants the two settings that make another service, or neither", () => {
    expect(problemsOf({ OIDC_ISSUER: "https://school.example" })).toEqual(["OIDC_CLIENT_ID: must be set too when OIDC_ISSUER is"]);
    expect(problemsOf({ OIDC_CLIENT_ID: "broeikas" })).toEqual(["OIDC_ISSUER: must be set too when OIDC_CLIENT_ID is"]);
    expect(parseEnv({ OIDC_ISSUER: "http://127.0.0.1:4000/x", OIDC_CLIENT_ID: "broeikas" }).OIDC_ISSUER).toBe("http://127.0.0.1:4000/x");
  });

  it("compares the two lifetimes of a session", () => {
    expect(problemsOf({ SESSION_DAYS: "60", SESSION_MAX_DAYS: "30" })).toEqual([
      "SESSION_DAYS: must not be more than SESSION_MAX_DAYS (30), but is 60",
    ]);
  });
});

it("wants the settings of a bucket whole", () => {
  const keys = { S3_ACCESS_KEY: "a", S3_SECRET_KEY: "hush" };
  expect(problemsOf({ S3_BUCKET: "files", ...keys })).toEqual([]);
  expect(problemsOf({ S3_BUCKET: "files", S3_ACCESS_KEY: "a" })).toEqual([
    "S3_ACCESS_KEY: must be set together with S3_SECRET_KEY, or neither",
  ]);
  expect(problemsOf({ S3_ENDPOINT: "http://127.0.0.1:9", ...keys }).map((line) => line.split(":")[0])).toEqual([
    "S3_ENDPOINT",
    "S3_ACCESS_KEY",
  ]);
});

describe("envWarnings", () => {
  it("is silent for the demo on this machine", () => {
    expect(envWarnings(parseEnv({ DEMO: "1" }))).toEqual([]);
  });

  it("warns of cookies that cannot work or are not safe, of mail that goes nowhere, and of backups that are not made", () => {
    const plain = envWarnings(parseEnv({ PUBLIC_ORIGIN: "http://campus.example", DEMO: "1" }));
    const insecure = envWarnings(parseEnv({ PUBLIC_ORIGIN: "http://campus.example", INSECURE_COOKIES: "1" }));
    expect(plain.map((text) => text.split(" ")[0])).toEqual(["PUBLIC_ORIGIN"]);
    expect(insecure.map((text) => text.split(" ")[0])).toEqual(["INSECURE_COOKIES", "SMTP_URL", "BACKUP_DIR"]);
  });
});

describe("settingsTable", () => {
  it("has one row a setting, and every setting is read", () => {
    const rows = settingsTable().split("\n").slice(2);
    expect(rows.map((row) => /^\| `(\w+)`/.exec(row)?.[1])).toEqual(SETTINGS.map(({ name }) => name));
    const bucket = { S3_BUCKET: "files", S3_ENDPOINT: "https://s3.example", S3_ACCESS_KEY: "a", S3_SECRET_KEY: "b" };
    const everything = parseEnv({
      DATABASE_URL: "postgres://h/d",
      DATABASE_DIRECT_URL: "postgres://past/d",
      SMTP_URL: "smtp://h",
      BACKUP_DIR: "/backups",
      METRICS_TOKEN: "x".repeat(16),
      ...bucket,
    });
    expect(Object.keys(everything).sort()).toEqual(SETTINGS.map(({ name }) => name).sort());
  });
});
