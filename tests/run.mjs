/**
 * What `npm test` runs: every check in order, nothing stops the next, and the last line adds it all up.
 *   npm test                        everything
 *   npm test -- unit routes         some steps by name
 *   npm test -- unit tests/cli      a step, cut down to paths
 * Plain Node: it must run before anything is installed.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeIsNewEnough, prepare, PROJECT } from "../app/cli/prepare.mjs";
import { addUp, countPlaywright, countVitest, failuresOfPlaywright, failuresOfVitest } from "./counts.mjs";

const reports = mkdtempSync(join(tmpdir(), "broeikas-tests-"));
/** What failed, named again at the end of the run. */
const failures = [];

/** Runs a program of an installed package; resolves with its exit code, null when a signal ended it. */
function run(bin, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(PROJECT, "node_modules", bin), ...args], {
      cwd: PROJECT,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    const stop = (signal) => child.kill(signal);
    process.once("SIGINT", stop).once("SIGTERM", stop);
    child.once("error", () => done(null));
    child.once("close", (code) => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      done(code);
    });
  });
}

/** A check that passes or fails as a whole. */
const whole =
  (bin, ...args) =>
  async () =>
    (await run(bin, args)) === 0 ? { passed: 1 } : { failed: 1 };

function reportIn(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null; // No report: the runner did not get that far, which counts as a failure.
  }
}

const vitest =
  (...projects) =>
  async (paths) => {
    const file = join(reports, `${projects.join("-")}.json`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const code = await run("vitest/vitest.mjs", ["run", ...projects.flatMap((project) => ["--project", project]), ...reporters, ...paths]);
    const report = reportIn(file);
    failures.push(...failuresOfVitest(report));
    return countVitest(report, code);
  };

async function build() {
  try {
    await prepare("build");
    return { passed: 1 };
  } catch (error) {
    console.log(error.message);
    return { failed: 1 };
  }
}

async function e2e(paths) {
  const file = join(reports, "e2e.json");
  const code = await run("@playwright/test/cli.js", ["test", "--reporter=list,json", ...paths], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const report = reportIn(file);
  failures.push(...failuresOfPlaywright(report));
  return countPlaywright(report, code);
}

/** The steps in their order. `of` are further names a step answers to. */
const STEPS = [
  { name: "types", title: "Types (tsc)", of: ["static"], run: whole("typescript/bin/tsc", "--noEmit") },
  { name: "lint", title: "Lint (eslint)", of: ["static"], run: whole("eslint/bin/eslint.js", ".", "--max-warnings", "0") },
  {
    name: "format",
    title: "Format (prettier)",
    of: ["static"],
    run: whole("prettier/bin/prettier.cjs", ".", "--check", "--log-level", "warn"),
  },
  { name: "unit", title: "Unit tests", of: [], run: vitest("unit") },
  { name: "sqlite", title: "Data layer on SQLite", of: ["data", "data-sqlite"], run: vitest("sqlite") },
  { name: "postgres", title: "Data layer on PostgreSQL", of: ["data", "data-postgres"], run: vitest("postgres") },
  { name: "build", title: "Build", of: ["routes", "security", "servers", "e2e"], run: build },
  { name: "routes", title: "Routes", of: [], run: vitest("routes") },
  { name: "security", title: "Attacks", of: [], run: vitest("security") },
  { name: "servers", title: "Real servers, one on SQLite and two on PostgreSQL", of: [], run: vitest("one-server", "two-servers") },
  { name: "e2e", title: "Journeys in Chromium", of: [], run: e2e },
];

/** Steps and paths asked for on the command line; a word that is neither ends the run. */
function asked(argv) {
  const paths = argv.filter((word) => word.includes("/") || /\.tsx?$/.test(word));
  const names = argv.filter((word) => !paths.includes(word));
  const answers = (step, name) => step.name === name || step.of.includes(name);
  const unknown = names.filter((name) => !STEPS.some((step) => answers(step, name)));
  if (unknown.length > 0)
    throw new Error(`no step is called ${unknown.join(", ")}; there are ${STEPS.map((step) => step.name).join(", ")}`);
  return { paths, steps: names.length === 0 ? STEPS : STEPS.filter((step) => names.some((name) => answers(step, name))) };
}

/**
 * Groups of lanes: the lanes of a group run at the same time, the steps of a lane one after another. The style takes one processor as long
 * as all else that needs no database takes the other; every other step uses as many as there are.
 */
function groupsOf(steps) {
  const isEarly = ({ name }) => ["types", "lint", "format", "unit", "build"].includes(name);
  const early = steps.filter(isEarly);
  const lanes = [early.filter(({ name }) => name === "lint"), early.filter(({ name }) => name !== "lint")];
  return [lanes.filter((lane) => lane.length > 0), ...steps.filter((step) => !isEarly(step)).map((step) => [[step]])];
}

const heading = (text) => console.log(`\n== ${text} ==`);

async function main() {
  const { paths, steps } = asked(process.argv.slice(2));
  heading("Packages");
  if (!nodeIsNewEnough()) throw new Error(`Node 20 or newer is needed; this is ${process.versions.node}`);
  await prepare("install");
  console.log("in place");
  const counts = [];
  const take = async (step) => {
    heading(step.title);
    const since = Date.now();
    const count = await step.run(paths);
    console.log(`${step.name}: ${addUp([count])} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
    counts.push(count);
  };
  for (const lanes of groupsOf(steps)) {
    await Promise.all(
      lanes.map(async (lane) => {
        for (const step of lane) await take(step);
      }),
    );
  }
  return counts;
}

main()
  .catch((error) => {
    console.log(error.message);
    return [{ failed: 1 }];
  })
  .then((counts) => {
    rmSync(reports, { recursive: true, force: true });
    process.exitCode = counts.some((count) => count.failed > 0) ? 1 : 0;
    if (failures.length > 0) console.log(`\n${failures.join("\n")}`);
    console.log(`\n${addUp(counts)}`);
  });
