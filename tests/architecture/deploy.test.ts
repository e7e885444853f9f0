import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseEnv, SETTINGS } from "../../app/infra/env";
import { PROJECT, textOf } from "./sources";

const deploy = (name: string): string => textOf(`docs/deploy/${name}`);
const known = new Set([...SETTINGS.map(({ name }) => name), "BROEIKAS_PREPARE"]);
const settingsIn = (words: string): Record<string, string> =>
  Object.fromEntries(
    words
      .trim()
      .split(/\s+/)
      .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
  );

describe("the files for installing", () => {
  const unit = settingsIn(/^Environment=(.*)$/m.exec(deploy("broeikas.service"))?.[1] ?? "");
  const image = settingsIn(/^ENV (.*)$/m.exec(deploy("Dockerfile"))?.[1] ?? "");
  const compose = Object.fromEntries(
    [...(deploy("compose.yaml").split("\n  db:")[0] ?? "").matchAll(/^ {6}([A-Z0-9_]+): "?([^"\n]*)"?$/gm)].map(
      ([, name = "", value = ""]) => [name, value],
    ),
  );

  test("set only what is a setting, to what it may be", () => {
    for (const [name, settings] of Object.entries({ unit, image, compose })) {
      expect(Object.keys(settings).length, name).toBeGreaterThan(4);
      expect(
        Object.keys(settings).filter((one) => !known.has(one)),
        name,
      ).toEqual([]);
    }
    for (const settings of [unit, image]) expect(() => parseEnv(settings)).not.toThrow();
    const plain = Object.fromEntries(Object.entries(compose).filter(([, value]) => !value.includes("$")));
    expect(parseEnv({ ...image, ...plain }).TRUST_PROXY).toBe(1);
  });

  test("give a stopping server as long as it takes", () => {
    const { DRAIN_SECONDS } = parseEnv({});
    const grace = [
      /TimeoutStopSec=(\d+)/.exec(deploy("broeikas.service"))?.[1],
      /stop_grace_period: (\d+)s/.exec(deploy("compose.yaml"))?.[1],
    ].map(Number);
    // Requests, then jobs, then what is cut off.
    for (const seconds of grace) expect(seconds).toBeGreaterThanOrEqual(2 * DRAIN_SECONDS + 2);
  });

  test("the image takes along what runs, and nothing that is not there", () => {
    const copied = [...deploy("Dockerfile").matchAll(/^COPY (?:--from=build )?(.*)$/gm)].flatMap(([, words = ""]) =>
      words.split(" ").slice(0, -1),
    );
    const paths = copied
      .map((path) => path.replace(/^\/app\//, ""))
      .filter((path) => path !== "." && path !== "build" && path !== "node_modules");
    expect(paths.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([]);
    // What the command's beginning imports, it must have.
    const imported = ["bin", "prepare", "lock"].flatMap((name) =>
      [...textOf(`app/cli/${name}.mjs`).matchAll(/from "\.\/([\w-]+\.mjs)"/g)].map(([, file = ""]) => file),
    );
    expect(imported.filter((file) => !paths.includes(`app/cli/${file}`))).toEqual([]);
    expect(paths).toContain("db/migrations");
    const ignored = deploy("Dockerfile.dockerignore").trim().split("\n");
    expect(paths.filter((path) => ignored.some((one) => path === one || path.startsWith(`${one}/`)))).toEqual([]);
    expect(ignored).toEqual(expect.arrayContaining(["data", "**/.env*", ".git"]));
  });

  test("run the same PostgreSQL and tools, and the Node that package.json asks for", () => {
    const server = /image: postgres:(\d+)/.exec(deploy("compose.yaml"))?.[1];
    expect(deploy("Dockerfile")).toContain(`postgresql-client-${server}`);
    const node = [...deploy("Dockerfile").matchAll(/^FROM node:(\d+)/gm)].map(([, version]) => Number(version));
    const { engines } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as { engines: { node: string } };
    expect(new Set(node)).toEqual(new Set([Number(/\d+/.exec(engines.node)?.[0])]));
  });

  test("run nothing as root", () => {
    expect(deploy("Dockerfile").slice(deploy("Dockerfile").lastIndexOf("FROM"))).toMatch(/\nUSER node\n/);
    expect(deploy("broeikas.service")).toMatch(/^User=broeikas$/m);
    for (const rule of ["NoNewPrivileges=true", "ProtectSystem=strict", "CapabilityBoundingSet="])
      expect(deploy("broeikas.service")).toContain(rule);
  });
});
