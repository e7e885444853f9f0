import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { entriesBelow, filesBelow, PROJECT, textOf } from "./sources";

const CODE = ["ts", "tsx", "js", "mjs", "css"];
const TOP_LEVEL = [
  ".ci",
  ".editorconfig",
  ".git",
  ".gitattributes",
  ".gitignore",
  ".nvmrc",
  ".prettierignore",
  ".prettierrc.json",
  "LICENSE",
  "README.md",
  "app",
  "db",
  "docs",
  "drizzle.config.ts",
  "eslint.config.d.ts",
  "eslint.config.js",
  "package-lock.json",
  "package.json",
  "playwright.config.ts",
  "postcss.config.cjs",
  "public",
  "remix.config.d.ts",
  "remix.config.js",
  "tests",
  "tsconfig.json",
  "vite.config.ts",
  "vitest.config.ts",
];
const MADE_BY_TOOLS = [".cache", "build", "coverage", "data", "node_modules", "test-results"];
const VAGUE = ["utils", "util", "lib", "libs", "common", "helpers", "helper", "misc", "shared"];

/** Lines that count: not blank, not only a comment. */
function countedLines(text: string): number {
  const withoutBlocks = text.replace(/^\s*(\{\s*)?\/\*[\s\S]*?\*\/(\s*\})?\s*$/gm, "");
  return withoutBlocks.split("\n").filter((line) => line.trim() !== "" && !line.trim().startsWith("//")).length;
}

describe("the tree", () => {
  test("the root holds what the map names and nothing else", () => {
    const unknown = readdirSync(PROJECT).filter((name) => !TOP_LEVEL.includes(name) && !MADE_BY_TOOLS.includes(name));
    expect(unknown).toEqual([]);
  });

  test("folders say what is in them", () => {
    const vague = entriesBelow(".").filter((path) => path.endsWith("/") && VAGUE.includes(basename(path)));
    expect(vague).toEqual([]);
  });

  test("a limit in a statement of our own is a number in its text: SQLite plans a bound one anew at each run", () => {
    const bound = filesBelow("app/domain", ["ts"]).filter((path) => /limit \$\{(?!sql\.raw)|\.limit\(sql/.test(textOf(path)));
    expect(bound).toEqual([]);
  });

  test("every context has a README of at most 20 lines", () => {
    const contexts = readdirSync(join(PROJECT, "app/domain"));
    const wrong = contexts.filter((name) => {
      const path = `app/domain/${name}/README.md`;
      return !existsSync(join(PROJECT, path)) || textOf(path).trimEnd().split("\n").length > 20;
    });
    expect(wrong).toEqual([]);
  });

  test("a route is a folder, and nothing in it becomes an address by accident", () => {
    const routes = filesBelow("app/routes", ["ts", "tsx"]);
    expect(routes.filter((path) => path.split("/").length < 4)).toEqual([]);
    expect(routes.filter((path) => /\.(test|spec|client)\.tsx?$/.test(path))).toEqual([]);
  });

  test("tests live in tests/", () => {
    const strays = ["app", "db"].flatMap(entriesBelow).filter((path) => /\.(test|spec)\.[a-z]+$/.test(path));
    expect(strays).toEqual([]);
  });
});

describe("size and wording", () => {
  test("no file is longer than 300 lines", () => {
    const long = ["app", "db", "tests", "public"]
      .filter((folder) => existsSync(join(PROJECT, folder)))
      .flatMap((folder) => filesBelow(folder, CODE))
      .filter((path) => countedLines(textOf(path)) > 300);
    expect(long).toEqual([]);
  });

  test("work that is left is an issue, not a mark in a file", () => {
    const mark = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME", "X".repeat(3)].join("|")})\\b`);
    const marked = filesBelow(".", [...CODE, "md", "json", "run"]).filter((path) => mark.test(textOf(path)));
    expect(marked).toEqual([]);
  });

  test("no path of somebody's machine is written down", () => {
    const machine = new RegExp(
      `(?<![\\w.~}@])(${["/ho" + "me/\\w+", "/Us" + "ers/\\w+", "/wo" + "rk/\\w+", "/ro" + "ot/\\w+"].join("|")})`,
    );
    const told = filesBelow(".", [...CODE, "md", "json", "run"]).filter((path) => machine.test(textOf(path)));
    expect(told).toEqual([]);
  });
});
