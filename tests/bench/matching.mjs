/**
 * How well ideas find what completes them, and how fast.
 *   node tests/bench/matching.mjs            the table
 *   node tests/bench/matching.mjs --json     one object a line: name, value, unit
 * Also `npm run bench -- --matching`. Figures on ../shared/data are left out when that is not there.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";

const project = join(dirname(fileURLToPath(import.meta.url)), "../..");
process.chdir(project);
register({ tsconfig: join(project, "tsconfig.json") });
const { matchingFigures } = await import("./matching/figures.ts");
const json = process.argv.includes("--json");
for await (const figure of matchingFigures((text) => process.stderr.write(`bench: ${text}\n`))) {
  const line = json ? JSON.stringify(figure) : `${figure.name.padEnd(44)} ${figure.value.toFixed(3).padStart(9)} ${figure.unit}`;
  process.stdout.write(`${line}\n`);
}
