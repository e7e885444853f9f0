#!/usr/bin/env node
/**
 * Starts the `broeikas` command on a bare clone: makes sure of the packages, then runs the built command when the build
 * is fresh and its source when it is not. Writes nothing to stdout itself.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildIsFresh, nodeIsNewEnough, prepare, PROJECT } from "./prepare.mjs";

const BUILT = join(PROJECT, "build/cli/index.js");

async function load() {
  if (existsSync(BUILT) && (process.env.BROEIKAS_PREPARE === "skip" || buildIsFresh())) return import(pathToFileURL(BUILT).href);
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: join(PROJECT, "tsconfig.json") });
  return import("./index.ts");
}

async function main() {
  if (!nodeIsNewEnough()) throw new Error(`Node 20 or newer is needed; this is ${process.versions.node}`);
  await prepare("install");
  const { main: run } = await load();
  process.exitCode = await run(process.argv.slice(2));
}

main().catch((error) => {
  process.stderr.write(`broeikas: ${error.message}\n`);
  process.exitCode = 1;
});
