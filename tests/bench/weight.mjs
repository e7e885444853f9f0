import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Bytes over the wire of what a page loads at once: its style sheets and every script it names or that those import. */
export function pageWeight(html, clientDir) {
  const size = (path) => gzipSync(readFileSync(join(clientDir, path)), { level: 9 }).length;
  const scripts = new Set();
  const add = (path) => {
    if (scripts.has(path) || !path.endsWith(".js")) return;
    scripts.add(path);
    const text = readFileSync(join(clientDir, path), "utf8");
    const folder = path.slice(0, path.lastIndexOf("/") + 1);
    for (const [, name] of text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) add(folder + name);
  };
  for (const [, path] of html.matchAll(/"(\/assets\/[\w.-]+\.js)"/g)) add(path);
  const language = /<html[^>]* lang="(\w+)"/.exec(html)?.[1];
  const entry = [...scripts].find((path) => path.includes("entry.client"));
  // The one catalogue the entry loads by itself.
  const catalogue =
    entry && new RegExp(`${language}:\\(\\)=>[^,}]*?"\\./(first-[\\w-]+\\.js)"`).exec(readFileSync(join(clientDir, entry), "utf8"))?.[1];
  if (catalogue) add(`/assets/${catalogue}`);
  const styles = new Set([...html.matchAll(/href="(\/assets\/[\w.-]+\.css)"/g)].map(([, path]) => path));
  const sum = (paths) => [...paths].reduce((total, path) => total + size(path), 0);
  return { js: sum(scripts), css: sum(styles), catalogue: catalogue ? size(`/assets/${catalogue}`) : 0 };
}
