/**
 * Makes sure that the packages are installed and the build is fresh, before a script needs them. Plain Node, no packages.
 *   node app/cli/prepare.mjs install    packages only
 *   node app/cli/prepare.mjs build      packages, then the build
 * Silent when nothing is to do; otherwise it says on stderr what it does and how long it took.
 * BROEIKAS_PREPARE=skip turns it off, for machines where packages and build were put in place beforehand.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./lock.mjs";

export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const OLDEST_NODE = 20;
const BUILT_FROM = ["app", "db", "public"];
const CONFIGURATION = /^(package(-lock)?\.json|tsconfig\.json|[\w-]+\.config\.[cm]?[jt]s)$/;
const NOT_BUILT = /^(eslint|vitest|playwright|drizzle)\.config\./;

const say = (text) => process.stderr.write(`broeikas: ${text}\n`);
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Tells whether this Node can run Broeikas. */
export function nodeIsNewEnough(version = process.versions.node) {
  return Number(version.split(".")[0]) >= OLDEST_NODE;
}

/** What was installed from and for: the lock file, and the Node that compiled the native packages. */
function installedFor(root) {
  const lock = readFileSync(join(root, "package-lock.json"));
  const digest = createHash("sha256").update(lock).digest("hex");
  return `${digest} ${process.platform}-${process.arch} abi${process.versions.modules}\n`;
}

/** Tells whether node_modules fits package-lock.json and this Node. Adopts an installation made by hand. */
export function installIsFresh(root = PROJECT) {
  const marker = join(root, "node_modules/.broeikas-install");
  const hidden = join(root, "node_modules/.package-lock.json");
  if (!existsSync(hidden)) return false;
  const wanted = installedFor(root);
  const noted = existsSync(marker) ? readFileSync(marker, "utf8") : null;
  if (noted === wanted) return true;
  const sameNode = noted === null || noted.slice(noted.indexOf(" ")) === wanted.slice(wanted.indexOf(" "));
  if (!sameNode || statSync(hidden).mtimeMs < statSync(join(root, "package-lock.json")).mtimeMs) return false;
  writeFileSync(marker, wanted);
  return true;
}

/** The moment of the newest change below a path, in ms since 1970; a folder counts too, so that a deletion shows. */
function newestBelow(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestBelow(join(path, name))), stat.mtimeMs);
}

/** Tells whether build/ was made after the last change of a source or of the configuration. */
export function buildIsFresh(root = PROJECT) {
  const marker = join(root, "build/.broeikas-build");
  if (!existsSync(marker)) return false;
  const made = statSync(marker).mtimeMs;
  const configuration = readdirSync(root).filter((name) => CONFIGURATION.test(name) && !NOT_BUILT.test(name));
  return [...BUILT_FROM, ...configuration].every((name) => !existsSync(join(root, name)) || newestBelow(join(root, name)) <= made);
}

/** Runs npm with its output on stderr and rejects when it fails. */
function npm(root, args) {
  const cli = process.env.npm_execpath;
  const [command, first] = cli && /\.c?js$/.test(cli) ? [process.execPath, [cli]] : ["npm", []];
  return new Promise((done, fail) => {
    const child = spawn(command, [...first, ...args], { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
    const stop = (signal) => child.kill(signal);
    process.once("SIGINT", stop).once("SIGTERM", stop);
    child.once("error", fail);
    child.once("close", (code, signal) => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      if (code === 0) done();
      else fail(new Error(`npm ${args[0] === "run" ? args[1] : args[0]} ended with ${signal ?? `code ${code}`}`));
    });
  });
}

async function install(root) {
  if (installIsFresh(root)) return;
  const since = Date.now();
  say("installing the packages (npm ci); the first time this takes some minutes");
  await npm(root, ["ci", "--include=dev", "--no-audit", "--no-fund"]);
  writeFileSync(join(root, "node_modules/.broeikas-install"), installedFor(root));
  say(`packages installed in ${seconds(since)}`);
}

async function build(root) {
  if (buildIsFresh(root)) return;
  const since = Date.now();
  say("building");
  await npm(root, ["run", "build"]);
  const marker = join(root, "build/.broeikas-build");
  writeFileSync(marker, "The build is as fresh as the date of this file.\n");
  // The start, not the end: a source that changed while the build ran makes it stale.
  utimesSync(marker, new Date(since), new Date(since));
  say(`built in ${seconds(since)}`);
}

/**
 * Makes sure of the packages ("install") or of the packages and the build ("build").
 * Several processes may call it at once: one works, the others wait. Rejects when npm fails.
 */
export async function prepare(wanted, root = PROJECT) {
  if (process.env.BROEIKAS_PREPARE === "skip") return;
  const fresh = () => installIsFresh(root) && (wanted === "install" || buildIsFresh(root));
  if (fresh()) return;
  mkdirSync(join(root, ".cache"), { recursive: true });
  await withLock(join(root, ".cache/prepare.lock"), say, async () => {
    await install(root);
    if (wanted === "build") await build(root);
  });
}

async function main([wanted]) {
  if (wanted !== "install" && wanted !== "build") throw new Error("say what to prepare: install or build");
  if (!nodeIsNewEnough()) throw new Error(`Node ${OLDEST_NODE} or newer is needed; this is ${process.versions.node}`);
  await prepare(wanted);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error) => {
    say(error.message);
    process.exitCode = 1;
  });
}
