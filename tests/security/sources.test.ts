import { expect, test } from "vitest";
import { people } from "#db/schema/identity";
import { freshStore } from "#tests/support/store";
import { filesBelow, textOf } from "../architecture/sources";

const SOURCES = filesBelow(".", ["ts", "tsx", "mjs"]).filter((path) => /^(app|db)\//.test(path));

/** The sources in which a text stands, besides those that may. */
const holding = (pattern: RegExp, may: readonly string[] = []): string[] =>
  SOURCES.filter((path) => !may.includes(path) && pattern.test(textOf(path)));

test("no source of the server starts a program or runs a text as code", () => {
  // The command line and the keeping of databases start programs of the machine; nothing that answers requests does.
  const programs = holding(/child_process/).filter((path) => !/^(app\/cli|db)\//.test(path));
  expect(programs).toEqual([]);
  expect(holding(/\beval\(|new Function\b|node:vm|\bshell:\s*true|\bexec(Sync)?\b[^;]*node:child_process/)).toEqual([]);
});

test("only what the platform and argon2 offer is used to hash and to draw lots", () => {
  const weak =
    /createHash\("(?!sha256|sha512)|createHmac\("(?!sha256|sha512)|create(C|Dec)ipher(?!iv\("aes-256-gcm"|iv[,} ])|pbkdf2|scrypt|crypto-js|\bbcrypt|md5\(|sha1\(/;
  // A bucket is sent the MD5 of what it keeps, as its protocol has it, against what goes wrong on the way.
  expect(holding(weak, ["app/infra/s3-storage.ts"])).toEqual([]);
  // Nothing is secret in waiting a little longer or shorter.
  const lots = SOURCES.flatMap((path) =>
    textOf(path)
      .split("\n")
      .filter((line) => line.includes("Math.random(")),
  );
  expect(lots.filter((line) => !/wait|setTimeout|delay/i.test(line))).toEqual([]);
});

test("no source turns off the check of a certificate", () => {
  expect(holding(/rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED|ignoreTLS\s*:\s*true|sslmode=no-verify/)).toEqual([]);
});

test("no source and no file of the project holds a key", () => {
  const all = filesBelow(".", ["ts", "tsx", "mjs", "js", "json", "md", "yml", "yaml", "sql", "sh", "toml"]);
  const key = /-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[A-Z\d]{16}\b|\bgh[pousr]_\w{36}|\bxox[bap]-\w{10}|\beyJhbGciOi[\w-]{20,}\.[\w-]{10,}\./;
  expect(all.filter((path) => key.test(textOf(path)))).toEqual([]);
  expect(filesBelow(".", ["pem", "key", "p12", "pfx", "jks", "env"])).toEqual([]);
});

test("the browser stores nothing but how the page looks", () => {
  // Light or dark is kept by Mantine.
  expect(holding(/localStorage|sessionStorage|indexedDB|caches\.open|serviceWorker/)).toEqual([]);
});

test("a password is typed unseen and may be pasted", () => {
  expect(holding(/<PasswordInput/)).toEqual(["app/ui/forms/fields.tsx"]);
  expect(holding(/onPaste|onCopy|onContextMenu|autoComplete="off"[^>]*password/i)).toEqual([]);
  const fields = SOURCES.flatMap((path) => textOf(path).match(/<TextField[^>]*name="(\w*[pP]assword\w*)"/g) ?? []);
  expect(fields).toEqual([]);
});

test("a new database holds no account", async () => {
  expect(await (await freshStore()).db.select().from(people)).toEqual([]);
});
