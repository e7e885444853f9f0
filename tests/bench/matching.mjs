/**
 * How well ideas find what completes them, and how fast.
 *   node tests/bench/matching.mjs            the table
 *   node tests/bench/matching.mjs --json     one object a line: name, value, unit
 *   node tests/bench/matching.mjs --growth   only what lists cost in the app at 1,000 and 10,000 ideas; with --large at 100,000 too
 * Also `npm run bench -- --matching`. Figures on ../shared/data are left out when that is not there.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

const project = join(dirname(fileURLToPath(import.meta.url)), "../..");
process.chdir(project);
register({ tsconfig: join(project, "tsconfig.json") });
const { matchingFigures } = await import("./matching/figures.ts");
const { growth } = await import("./matching/growth.ts");
const json = process.argv.includes("--json");
const say = (text) => process.stderr.write(`bench: ${text}\n`);
const sizes = [1_000, 10_000, ...(process.argv.includes("--large") ? [100_000] : [])];
for await (const figure of process.argv.includes("--growth") ? growth(sizes, say) : matchingFigures(say)) {
  const line = json ? JSON.stringify(figure) : `${figure.name.padEnd(44)} ${figure.value.toFixed(3).padStart(9)} ${figure.unit}`;
  process.stdout.write(`${line}\n`);
}
