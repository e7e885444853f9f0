/**
 * `npm run bench`: how fast the pages are, as ratios to the plainest server that reads the same rows, in one run.
 *   npm run bench                  the table
 *   npm run bench -- --json       one object a line: name, value, unit, baseline, ratio
 *   npm run bench -- --quick      fewer and shorter rounds
 *   npm run bench -- --lighthouse  Lighthouse as well (slow)
 *   npm run bench -- --matching    how well and how fast ideas find what completes them, and nothing else
 *   npm run bench -- --growth      what lists cost in the app at 1,000 and 10,000 ideas (with --large 100,000), and nothing else
 *   npm run bench -- --scale       one server and two over one PostgreSQL, of which one is killed, and nothing else
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT } from "../../app/cli/prepare.mjs";
import { BOARD_SLUG, fillBoard } from "./board.mjs";
import { lighthouseFigures } from "./lighthouse.mjs";
import { interleaved } from "./load.mjs";
import { freePort, run, start } from "./processes.mjs";
import { cookieOf, signIn } from "./sign-in.mjs";
import { pageWeight } from "./weight.mjs";

const options = new Set(process.argv.slice(2));
const IDEAS = 10_000;
const GATES = { "ideas.visitor": 1, "ideas.signed_in": 0.06, "idea.signed_in": 0.06, "board.organiser": 0.05 };
const say = (text) => process.stderr.write(`bench: ${text}\n`);
process.chdir(PROJECT);
if (options.has("--matching") || options.has("--growth") || options.has("--scale")) {
  await import(options.has("--scale") ? "./scale.mjs" : "./matching.mjs");
  await new Promise((done) => process.stdout.write("", done));
  process.exit();
}

const dataDir = mkdtempSync(join(tmpdir(), "broeikas-bench-"));
const stops = [];
try {
  say(`seeding ${IDEAS} ideas`);
  const env = { DATA_DIR: dataDir, LOG_LEVEL: "error", NODE_ENV: "production", DEMO: "false" };
  await run(["app/cli/bin.mjs", "seed", "demo", "--ideas", String(IDEAS)], env);
  say(`a round of judging with ${fillBoard(join(dataDir, "broeikas.db"))} scores`);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const server = await start(["build/server-app/index.js"], { ...env, PORT: String(port) }, (said) => said.includes("ready"));
  const baseline = await start(["tests/bench/baseline.mjs", join(dataDir, "broeikas.db")], {}, (said) => /^\d+\n/.exec(said)?.[0].trim());
  stops.push(server.stop, baseline.stop);

  const { cookie, ideaPath } = await signIn(origin);
  const organiser = await cookieOf(origin, "els@demo.broeikas.example");
  const own = { pid: server.child.pid };
  const targets = [
    { name: "baseline", url: `http://127.0.0.1:${baseline.found}/ideas`, pid: baseline.child.pid },
    { name: "ideas.visitor", url: `${origin}/ideas`, ...own },
    { name: "ideas.signed_in", url: `${origin}/ideas`, headers: { cookie }, ...own },
    { name: "idea.signed_in", url: origin + ideaPath, headers: { cookie }, ...own },
    { name: "board.organiser", url: `${origin}/awards/${BOARD_SLUG}/board`, headers: { cookie: organiser }, ...own },
  ];
  const quick = options.has("--quick");
  const seen = await interleaved(targets, { rounds: quick ? 3 : 7, seconds: quick ? 2 : 4 }, say);
  const base = seen.get("baseline");
  const figures = targets.slice(1).flatMap(({ name }) => {
    const { rate, cpu, p99 } = seen.get(name);
    return [
      { name, value: rate, unit: "req/s", baseline: base.rate, ratio: rate / base.rate },
      { name: `${name}.cpu`, value: cpu, unit: "ms/req", baseline: base.cpu, ratio: cpu / base.cpu },
      { name: `${name}.p99`, value: p99, unit: "ms", baseline: base.p99, ratio: null },
    ];
  });
  const html = await (await fetch(`${origin}/ideas`)).text();
  const weight = pageWeight(html, "build/client");
  figures.push({ name: "ideas.js", value: weight.js / 1024, unit: "KB gzip", baseline: 150, ratio: weight.js / 1024 / 150 });
  figures.push({ name: "ideas.css", value: weight.css / 1024, unit: "KB gzip", baseline: 40, ratio: weight.css / 1024 / 40 });
  if (options.has("--lighthouse")) figures.push(...(await lighthouseFigures(`${origin}/ideas`, say)));

  for (const figure of figures) {
    if (options.has("--json")) process.stdout.write(`${JSON.stringify(figure)}\n`);
    else {
      const ratio = figure.ratio === null ? "" : `ratio ${figure.ratio.toFixed(3)}`;
      process.stdout.write(`${figure.name.padEnd(26)} ${figure.value.toFixed(2).padStart(10)} ${figure.unit.padEnd(8)} ${ratio}\n`);
    }
  }
  for (const [name, least] of Object.entries(GATES)) {
    const ratio = figures.find((figure) => figure.name === name)?.ratio ?? 0;
    if (ratio < least) {
      say(`${name} is ${ratio.toFixed(3)}, under its gate of ${least}`);
      process.exitCode = 1;
    }
  }
} finally {
  for (const stop of stops) await stop();
  rmSync(dataDir, { recursive: true, force: true });
}
