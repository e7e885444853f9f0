import { createContext, Script } from "node:vm";
import { expect, test } from "vitest";
import { filesBelow, textOf } from "../architecture/sources";
import { attacksOn, patternsIn } from "./patterns";
import type { Pattern } from "./patterns";

/** Letters of the first try, and of the second one for what was not at once ready with that. */
const SHORT = 4_000;
const LONG = 16_000;
/** A pattern that looks at each letter a few times needs far less for the short text; one that grows by the square far more. */
const SHORT_MS = 4;
/** Four times the letters may take four times as long; the square takes sixteen times. */
const GROWTH = 8;
const CUT_OFF_MS = 400;

const found = filesBelow(".", ["ts", "tsx", "mjs"])
  .filter((path) => /^(app|db)\//.test(path))
  .map((path) => patternsIn(path, textOf(path)));

const GLOBAL: { pattern: RegExp; text: string } = { pattern: /a/, text: "" };
const context = createContext(GLOBAL);
const search = new Script("text.replace(pattern, '')");

/** Milliseconds of the processor that a pattern takes for a text, the least of some tries; the cut-off when none came to an end. */
function timeOf(pattern: RegExp, text: string, tries: number): number {
  let least = CUT_OFF_MS;
  Object.assign(GLOBAL, { pattern, text });
  for (let i = 0; i < tries && least > SHORT_MS; i += 1) {
    const since = process.cpuUsage();
    try {
      search.runInContext(context, { timeout: CUT_OFF_MS });
    } catch {
      // By what it does, or by a machine that was busy elsewhere, which another try tells.
      continue;
    }
    least = Math.min(least, process.cpuUsage(since).user / 1000);
  }
  return least;
}

/** The text on which a pattern takes far longer than its length; null when none was found. */
function slowOn(pattern: Pattern): string | null {
  const own = new RegExp(pattern.source, pattern.flags.replace("y", ""));
  for (const { before, pump, end } of attacksOn(pattern)) {
    const filled = (letters: number): string => before + pump.repeat(Math.ceil(letters / pump.length)) + end;
    // Thirty are enough for what doubles with each letter, and keep it from holding up the test.
    if (timeOf(own, before + pump.repeat(30) + end, 3) >= CUT_OFF_MS) return `${JSON.stringify(before)} + ${JSON.stringify(pump)} × 30`;
    const since = performance.now();
    filled(400).replace(own, "");
    if (performance.now() - since < 0.04) continue;
    const short = timeOf(own, filled(SHORT), 3);
    if (short < SHORT_MS) continue;
    const long = timeOf(own, filled(LONG), 2);
    if (long >= CUT_OFF_MS || long > short * GROWTH) {
      return `${JSON.stringify(before)} + ${JSON.stringify(pump)} × n + ${JSON.stringify(end)}: ${short.toFixed(1)} ms, then ${long.toFixed(0)} ms`;
    }
  }
  return null;
}

test("the search finds what is slow, and leaves alone what is not", () => {
  const one = (source: string, flags = ""): boolean => slowOn({ where: "", source, flags }) !== null;
  expect(
    [String.raw`^(a+)+$`, String.raw`^(\w|\d)*$`, String.raw`\s+$`, String.raw`^x\s*;\s*\s*y`, String.raw`<a[^>]*>.*</a>`].map((s) =>
      one(s),
    ),
  ).toEqual([true, true, true, true, true]);
  expect([String.raw`^[\w-]{1,80}$`, String.raw`^\s+`, String.raw`[,";\n]`, String.raw`\r\n?`].map((s) => one(s, "g"))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("every regular expression of the sources is known", () => {
  expect(found.flatMap(({ unknown }) => unknown)).toEqual([]);
  expect(found.flatMap(({ known }) => known).length).toBeGreaterThan(300);
});

test("no pattern takes far longer than its text", { timeout: 120_000 }, () => {
  const patterns = new Map(found.flatMap(({ known }) => known).map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]));
  const slow = [...patterns].flatMap(([shown, pattern]) => {
    const text = slowOn(pattern);
    return text === null ? [] : [`${pattern.where} ${shown} on ${text}`];
  });
  expect(slow).toEqual([]);
});
