/**
 * What a second server over one PostgreSQL brings, and what people notice when one is killed. Loopback only; the database is thrown away.
 *   node tests/bench/scale.mjs             the table
 *   node tests/bench/scale.mjs --json      one object a line: name, value, unit
 *   node tests/bench/scale.mjs --quick     shorter rounds
 * Also `npm run bench -- --scale`. Those who ask, the servers and the database share the processors of this machine.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";
import { cpuMs, freePort, run, start } from "./processes.mjs";
import { crowdOf } from "./scale/crowd.mjs";
import { cookieOf } from "./sign-in.mjs";

const project = join(dirname(fileURLToPath(import.meta.url)), "../..");
process.chdir(project);
register({ tsconfig: join(project, "tsconfig.json") });
const { startCluster, databaseOn, withClient } = await import("../support/postgres.ts");

const IDEAS = 500;
const PEOPLE = 12;
/** Whose browsers the people have. */
const SIGNED_IN = ["emre", "adil", "nele", "els"];
const options = new Set(process.argv.slice(2));
const SECONDS = options.has("--quick") ? 3 : 6;
const say = (text) => process.stderr.write(`bench: ${text}\n`);
const figures = [];
const tell = (name, value, unit) => figures.push({ name, value, unit });

const dataDir = mkdtempSync(join(tmpdir(), "broeikas-scale-"));
const cluster = await startCluster();
if (!cluster.url) throw new Error(cluster.missing);
const servers = [];
try {
  const databaseUrl = databaseOn(cluster.url, "scale");
  await withClient(cluster.url, (client) => client.query("create database scale template template0"));
  const env = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, LOG_LEVEL: "silent", NODE_ENV: "production", DEMO: "false" };
  say(`seeding ${IDEAS} ideas`);
  await run(["app/cli/bin.mjs", "seed", "demo", "--ideas", String(IDEAS)], env);
  for (let no = 0; no < 2; no += 1) {
    const port = await freePort();
    const server = await start(["build/server-app/index.js"], { ...env, PORT: String(port) }, (said) => said.includes("ready"));
    servers.push({ ...server, origin: `http://127.0.0.1:${port}` });
  }
  const origins = servers.map(({ origin }) => origin);
  const cookies = [];
  for (const name of SIGNED_IN) cookies.push(await cookieOf(origins[0], `${name}@demo.broeikas.example`));
  const list = await (await fetch(`${origins[0]}/ideas`)).text();
  const ideas = [...new Set([...list.matchAll(/href="(\/ideas\/[\w-]{36})"/g)].map(([, path]) => path))];
  const crowd = crowdOf({ cookies, ideas, people: PEOPLE });

  const cpu = () => servers.reduce((sum, { child }) => sum + cpuMs(child.pid), 0);
  for (const [kind, mix] of Object.entries({ visitor: "visitor", signed_in: "reading", mixed: "mixed" })) {
    for (const count of [1, 2]) await crowd.use(mix, origins.slice(0, count), SECONDS / 3);
    for (const count of [1, 2]) {
      const before = cpu();
      const seen = await crowd.use(mix, origins.slice(0, count), SECONDS);
      say(`${kind}, ${count} of 2 servers: ${seen.answers} answers`);
      const name = `${kind}.${count === 1 ? "one" : "two"}`;
      tell(name, seen.answers / seen.seconds, "req/s");
      tell(`${name}.p50`, seen.p50, "ms");
      tell(`${name}.p95`, seen.p95, "ms");
      tell(`${name}.cpu`, (cpu() - before) / seen.answers, "ms/req");
    }
  }

  say("killing one of two");
  const using = crowd.use("mixed", origins, SECONDS);
  await new Promise((done) => setTimeout(done, (SECONDS * 1000) / 2));
  servers[1].child.removeAllListeners("close");
  servers[1].child.kill("SIGKILL");
  const seen = await using;
  const found = await withClient(databaseUrl, async (client) =>
    (await client.query("select body from comments")).rows.map(({ body }) => body),
  );
  const times = new Map();
  for (const body of found) times.set(body, (times.get(body) ?? 0) + 1);
  tell("kill.answers", seen.answers, "answers");
  tell("kill.refused", seen.refused, "answers");
  tell("kill.cut_reads", seen.cutReads, "asked again");
  tell("kill.cut_writes", seen.cutWrites, "unsure");
  tell("kill.take_over", Math.max(0, ...seen.waits), "ms");
  tell("kill.acknowledged", crowd.acknowledged.length, "writes");
  tell("kill.lost", crowd.acknowledged.filter((body) => !times.has(body)).length, "writes");
  tell("kill.twice", crowd.written.filter((body) => (times.get(body) ?? 0) > 1).length, "writes");
} finally {
  for (const { child, stop } of servers) if (child.signalCode === null) await stop();
  await cluster.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
for (const figure of figures) {
  const line = options.has("--json")
    ? JSON.stringify(figure)
    : `${figure.name.padEnd(20)} ${figure.value.toFixed(1).padStart(10)} ${figure.unit}`;
  process.stdout.write(`${line}\n`);
}
process.exitCode = figures.some(({ name, value }) => /^kill\.(lost|twice|refused)$/.test(name) && value > 0) ? 1 : 0;
