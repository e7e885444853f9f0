import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { main } from "../../app/cli/index";
import type { billOf } from "../../app/cli/sbom";
import { fakeIo } from "./fake-io";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, { name?: string; version: string; dev?: boolean; dependencies?: Record<string, string> }>;
};

async function bill(...argv: string[]): Promise<ReturnType<typeof billOf>> {
  const io = fakeIo();
  expect(await main(["sbom", ...argv], io)).toBe(0);
  return JSON.parse(io.out) as ReturnType<typeof billOf>;
}

const inLock = (withDev: boolean): string[] => {
  const all = Object.entries(lock.packages).filter(([path, { dev }]) => path !== "" && (withDev || !dev));
  return [...new Set(all.map(([path, { name, version }]) => `${name ?? path.replace(/^.*node_modules\//, "")}@${version}`))].sort();
};

test.each([
  ["everything that production is made of", false],
  ["with what building and testing need", true],
])("the bill names %s, each once", async (_name, withDev) => {
  const { components, dependencies, metadata, bomFormat, specVersion } = await bill(...(withDev ? ["--dev"] : []));
  expect([bomFormat, specVersion]).toEqual(["CycloneDX", "1.5"]);
  expect(components.map(({ name, version }) => `${name}@${version}`).sort()).toEqual(inLock(withDev));
  const refs = new Set(components.map((one) => one["bom-ref"]));
  expect(refs.size).toBe(components.length);
  // Everything named is reached from the application by what needs it.
  const reached = new Set<string>();
  const go = (ref: string): void => {
    if (reached.has(ref)) return;
    reached.add(ref);
    for (const on of dependencies.find((one) => one.ref === ref)?.dependsOn ?? []) go(on);
  };
  go(metadata.component["bom-ref"]);
  expect([...refs].filter((ref) => !reached.has(ref))).toEqual([]);
  expect(components.filter(({ hashes }) => !hashes?.[0]?.content.match(/^[\da-f]{128}$/)).map(({ name }) => name)).toEqual([]);
});

test("each dependency of package.json is in it with its licence", async () => {
  const { components } = await bill();
  const wanted = Object.entries(lock.packages[""]?.dependencies ?? {});
  const named = components.filter(({ name, version }) => wanted.some(([one, pinned]) => one === name && pinned === version));
  expect(named.map(({ name }) => name).sort()).toEqual(wanted.map(([name]) => name).sort());
  expect(named.filter(({ licenses }) => licenses === undefined)).toEqual([]);
});

test("a folder without a lock file is refused", async () => {
  const io = { ...fakeIo(), cwd: "docs" };
  expect(await main(["sbom"], io)).toBe(1);
});
