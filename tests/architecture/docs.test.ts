import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { settingsTable } from "../../app/infra/settings";
import { filesBelow, PROJECT, textOf } from "./sources";

test("every setting is documented, word for word", () => {
  expect(textOf("docs/operations.md")).toContain(settingsTable());
});

test("links between pages lead somewhere", () => {
  const dead = filesBelow(".", ["md"]).flatMap((path) =>
    [...textOf(path).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
      .map((found) => found[1] ?? "")
      .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(PROJECT, dirname(path), target)))
      .map((target) => `${path}: ${target}`),
  );
  expect(dead).toEqual([]);
});

test("decisions are numbered without a gap", () => {
  const numbers = filesBelow("docs/decisions", ["md"]).map((path) => path.replace(/^.*\/(\d{4})-[a-z0-9-]+\.md$/, "$1"));
  expect(numbers.sort()).toEqual(numbers.map((_, at) => String(at + 1).padStart(4, "0")));
});
