import { readdirSync } from "node:fs";

/** Routes that answer with a stream that stays open. */
const STREAMS = /\.events$/;
/** Routes that answer with something else than a page. */
const FILES = /\[|\.(file|stage)\b/;

/** The addresses of all pages about awards, as the files of the routes name them, with every given value for every parameter. */
export function awardPages(values: Readonly<Record<string, readonly string[]>>): { pages: string[]; files: string[] } {
  const names = readdirSync("app/routes").filter((name) => /^(awards|vote|certificate)\b/.test(name) && !STREAMS.test(name));
  const addresses = (wanted: boolean) =>
    names.filter((name) => FILES.test(name) === wanted).flatMap((name) => filled(patternOf(name), values));
  return { pages: addresses(false), files: addresses(true) };
}

const patternOf = (name: string): string =>
  `/${name
    .replaceAll("[.]", " ")
    .split(".")
    .filter((part) => part !== "_index")
    .map((part) => part.replace(/_$/, "").replaceAll(" ", "."))
    .join("/")}`;

function filled(pattern: string, values: Readonly<Record<string, readonly string[]>>): string[] {
  const [param] = /\$[a-zA-Z]+/.exec(pattern) ?? [];
  if (param === undefined) return [pattern];
  const given = values[param.slice(1)];
  if (!given) throw new Error(`nothing is given for ${param} of ${pattern}`);
  return given.flatMap((value) => filled(pattern.replace(param, value), values));
}
