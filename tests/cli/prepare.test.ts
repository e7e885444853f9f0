import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildIsFresh, installIsFresh, nodeIsNewEnough } from "../../app/cli/prepare.mjs";

const PREPARE = resolve(import.meta.dirname, "../../app/cli/prepare.mjs");
/** Stands for npm in the temporary project: notes what it was asked, takes a moment, and leaves behind what npm would. */
const FAKE_NPM = `
const fs = require("node:fs");
const asked = process.argv.slice(2, 4).join(" ");
fs.appendFileSync("asked.txt", asked + "\\n");
console.log("npm talks on its stdout");
if (fs.existsSync("npm-fails")) process.exit(3);
setTimeout(() => {
  const folder = asked.startsWith("ci") ? "node_modules" : "build";
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder);
  fs.writeFileSync(folder + "/.package-lock.json", "{}");
}, 400);
`;

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "broeikas-prepare-"));
  for (const folder of ["app", "db"]) mkdirSync(join(root, folder));
  writeFileSync(join(root, "package-lock.json"), "{}");
  writeFileSync(join(root, "app/page.ts"), "");
  writeFileSync(join(root, "npm.cjs"), FAKE_NPM);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Prepares the temporary project in a process of its own. */
function prepare(wanted: string, env: Record<string, string> = {}): Promise<{ code: number | null; out: string; err: string }> {
  const script = `import(${JSON.stringify(PREPARE)}).then(({ prepare }) => prepare(${JSON.stringify(wanted)}, ${JSON.stringify(root)}))
    .catch((error) => { console.error(error.message); process.exitCode = 1; });`;
  const child = spawn(process.execPath, ["-e", script], { env: { ...process.env, npm_execpath: join(root, "npm.cjs"), ...env } });
  const said = { out: "", err: "" };
  child.stdout.on("data", (text: Buffer) => (said.out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said.err += text.toString()));
  return new Promise((done) => child.on("close", (code) => done({ code, ...said })));
}
const asked = (): string[] => (existsSync(join(root, "asked.txt")) ? readFileSync(join(root, "asked.txt"), "utf8").trim().split("\n") : []);
const date = (path: string, seconds: number): void => utimesSync(join(root, path), new Date(seconds * 1_000), new Date(seconds * 1_000));

describe("what a bare clone needs", () => {
  test("packages, then the build; the second time nothing, in silence", async () => {
    const first = await prepare("build");
    expect([first.code, first.out, asked()]).toEqual([0, "", ["ci --include=dev", "run build"]]);
    expect(first.err).toMatch(/installing the packages[^]*packages installed in \d+\.\d s[^]*built in \d+\.\d s/);
    expect(await prepare("build")).toEqual({ code: 0, out: "", err: "" });
    expect(asked()).toHaveLength(2);
  });

  test("a failing npm fails, keeps nothing and gives the lock back", async () => {
    writeFileSync(join(root, "npm-fails"), "");
    const failed = await prepare("install");
    expect(failed.code).toBe(1);
    expect(failed.err).toContain("npm ci ended with code 3");
    expect(existsSync(join(root, ".cache/prepare.lock"))).toBe(false);
    rmSync(join(root, "npm-fails"));
    expect((await prepare("install")).code).toBe(0);
  });

  test("told to skip, it does nothing", async () => {
    expect(await prepare("build", { BROEIKAS_PREPARE: "skip" })).toEqual({ code: 0, out: "", err: "" });
    expect(asked()).toEqual([]);
  });
});

describe("several at once", () => {
  test("one works, the others wait", async () => {
    const all = await Promise.all([prepare("build"), prepare("build"), prepare("build")]);
    expect(all.map(({ code, out }) => [code, out])).toEqual(Array.from({ length: 3 }, () => [0, ""]));
    expect(asked()).toEqual(["ci --include=dev", "run build"]);
    expect(all.filter(({ err }) => err.includes("waiting for process"))).toHaveLength(2);
  });

  test("the lock of a dead process is taken over by exactly one", async () => {
    mkdirSync(join(root, ".cache/prepare.lock"), { recursive: true });
    writeFileSync(join(root, ".cache/prepare.lock/owner"), JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }));
    const all = await Promise.all([prepare("install"), prepare("install"), prepare("install")]);
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(asked()).toEqual(["ci --include=dev"]);
  });
});

describe("what counts as fresh", () => {
  test("an installation made by hand is adopted, until the lock file changes", () => {
    expect(installIsFresh(root)).toBe(false);
    mkdirSync(join(root, "node_modules"));
    writeFileSync(join(root, "node_modules/.package-lock.json"), "{}");
    date("package-lock.json", 1_000);
    expect(installIsFresh(root)).toBe(true);
    date("node_modules/.package-lock.json", 1_500);
    writeFileSync(join(root, "package-lock.json"), "{ }");
    expect(installIsFresh(root)).toBe(false);
  });

  test("packages compiled for another Node are not", () => {
    mkdirSync(join(root, "node_modules"));
    writeFileSync(join(root, "node_modules/.package-lock.json"), "{}");
    expect(installIsFresh(root)).toBe(true);
    const marker = join(root, "node_modules/.broeikas-install");
    writeFileSync(marker, readFileSync(marker, "utf8").replace(/abi\d+/, "abi1"));
    expect(installIsFresh(root)).toBe(false);
  });

  test("a build is as old as its marker; sources, deletions and configuration count, tests do not", () => {
    for (const path of ["app/page.ts", "app", "db", "package-lock.json"]) date(path, 1_000);
    expect(buildIsFresh(root)).toBe(false);
    mkdirSync(join(root, "build"));
    writeFileSync(join(root, "build/.broeikas-build"), "");
    date("build/.broeikas-build", 2_000);
    expect(buildIsFresh(root)).toBe(true);
    writeFileSync(join(root, "vitest.config.ts"), "");
    expect(buildIsFresh(root)).toBe(true);
    for (const path of ["app/page.ts", "app", "package-lock.json"]) {
      date(path, 3_000);
      expect(buildIsFresh(root)).toBe(false);
      date(path, 1_000);
      expect(buildIsFresh(root)).toBe(true);
    }
    writeFileSync(join(root, "vite.config.ts"), "");
    expect(buildIsFresh(root)).toBe(false);
  });

  test("Node before 20 is too old", () => {
    expect(["18.20.4", "20.0.0", "22.1.0"].map((version) => nodeIsNewEnough(version))).toEqual([false, true, true]);
  });
});
