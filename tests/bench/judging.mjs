/**
 * How often the true best of 40 entries wins, and how fast scores are ranked.
 *   node tests/bench/judging.mjs            the table (2,000 runs a line)
 *   node tests/bench/judging.mjs --json     one object a line
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

const project = join(dirname(fileURLToPath(import.meta.url)), "../..");
process.chdir(project);
register({ tsconfig: join(project, "tsconfig.json") });
const { SCENARIOS, METHODS, simulate } = await import("./judging/simulation.ts");
const { speeds } = await import("./judging/speed.ts");
const json = process.argv.includes("--json");
const RUNS = 2_000;

for (const k of [2, 3, 5]) {
  for (const scenario of SCENARIOS) {
    const { told, seOfLead } = simulate(scenario, k, RUNS, "judging");
    const cells = METHODS.map((method) => `${method} ${told[method].best.toFixed(3)} (tau ${told[method].tau.toFixed(3)})`);
    const text = `${scenario.padEnd(8)} k=${k}  ${cells.join("   ")}   ± ${seOfLead.raw.toFixed(3)} of raw, ${seOfLead.z.toFixed(3)} of z`;
    process.stdout.write(`${json ? JSON.stringify({ scenario, k, runs: RUNS, told, seOfLead }) : text}\n`);
  }
}
for (const speed of speeds()) {
  const { entries, jurors, scores, seconds, changes } = speed;
  process.stdout.write(
    `${json ? JSON.stringify(speed) : `${scores} scores of ${jurors} jurors for ${entries} entries, 4,000 draws: ${seconds.toFixed(2)} s, what changes the winner: ${changes.toFixed(2)} s`}\n`,
  );
}
