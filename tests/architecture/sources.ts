import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";

/** The root of the project. */
export const PROJECT = resolve(import.meta.dirname, "../..");

/** Made by tools or kept outside the project's own text. */
const NOT_OURS = new Set([
  "node_modules",
  ".git",
  "build",
  "data",
  ".cache",
  "coverage",
  "test-results",
  "migrations",
  "package-lock.json",
]);

/** All entries below a folder of the project, as paths with forward slashes; folders end in a slash. */
export function entriesBelow(folder: string): string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    for (const name of readdirSync(path)) {
      if (NOT_OURS.has(name)) continue;
      const full = join(path, name);
      const shown = relative(PROJECT, full).split(sep).join("/");
      if (!statSync(full).isDirectory()) found.push(shown);
      else {
        found.push(`${shown}/`);
        walk(full);
      }
    }
  };
  walk(join(PROJECT, folder));
  return found;
}

/** Files below a folder whose name ends in one of the extensions (without the dot). */
export function filesBelow(folder: string, extensions: readonly string[]): string[] {
  return entriesBelow(folder).filter((path) => !path.endsWith("/") && extensions.includes(basename(path).split(".").at(-1) ?? ""));
}

/** The text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(join(PROJECT, path), "utf8");
}
