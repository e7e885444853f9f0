import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ERROR_CODES } from "../../app/domain/kernel/errors";
import { filesBelow, PROJECT, textOf } from "./sources";

const LOCALES = ["nl", "fr", "en"] as const;
const FOLDER = "app/locales";
type Catalogue = Record<string, string>;

const areasOf = (locale: string): string[] => {
  const folder = join(PROJECT, FOLDER, locale);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(/\.json$/, ""));
};
const read = (locale: string, area: string): Catalogue => JSON.parse(textOf(`${FOLDER}/${locale}/${area}.json`)) as Catalogue;
const areas = [...new Set(LOCALES.flatMap(areasOf))].sort();
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? ""))].sort();
const startOf = (key: string): string => key.split(".")[0] ?? "";
const base = (key: string): string => key.replace(/_(one|other)$/, "");

/** What the source says about keys: whole strings, the fixed starts of built strings, and the first argument of t(). */
function spokenKeys(): { strings: Set<string>; starts: Set<string>; asked: { key: string; path: string }[] } {
  const strings = new Set<string>();
  const starts = new Set<string>();
  const asked: { key: string; path: string }[] = [];
  for (const path of filesBelow("app", ["ts", "tsx"])) {
    const text = textOf(path);
    for (const [, , literal] of text.matchAll(/(["'`])([a-z][\w-]*(?:\.[\w-]+)+)\1/gi)) strings.add(literal ?? "");
    for (const [, start] of text.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/gi)) starts.add(start ?? "");
    for (const [, , key] of text.matchAll(/\bt\(\s*(["'`])([^"'`$]+)\1/g)) asked.push({ key: key ?? "", path });
  }
  return { strings, starts, asked };
}

test.each(LOCALES)("%s has a file for every area", (locale) => {
  expect(areasOf(locale).sort()).toEqual(areas);
});

describe.each(areas)("area %s", (area) => {
  const catalogues = LOCALES.map((locale) => ({ locale, texts: read(locale, area) }));
  const keys = Object.keys(catalogues[0]?.texts ?? {}).sort();

  test("has the same keys in every language", () => {
    for (const { locale, texts } of catalogues) expect({ locale, keys: Object.keys(texts).sort() }).toEqual({ locale, keys });
  });

  test("is flat, no key starts like one of another file, and no text is empty", () => {
    const others = new Set(areas.filter((other) => other !== area).flatMap((other) => Object.keys(read(LOCALES[0], other)).map(startOf)));
    for (const { locale, texts } of catalogues) {
      const wrong = Object.entries(texts).filter(([key, text]) => others.has(startOf(key)) || typeof text !== "string" || !text.trim());
      expect({ locale, wrong }).toEqual({ locale, wrong: [] });
    }
  });

  test("has both forms of every plural, and not the bare key besides", () => {
    const plural = [...new Set(keys.filter((key) => key !== base(key)).map(base))];
    const wrong = plural.filter((key) => !keys.includes(`${key}_one`) || !keys.includes(`${key}_other`) || keys.includes(key));
    expect(wrong).toEqual([]);
  });

  test("has the same placeholders in every language", () => {
    const expected = new Map(keys.map((key) => [key, placeholders(catalogues[0]?.texts[key] ?? "")]));
    for (const { locale, texts } of catalogues) {
      // The singular may say "one" in words, so {count} may be missing there.
      const shown = (key: string, names: string[]) => (key.endsWith("_one") ? names.filter((name) => name !== "count") : names);
      const wrong = keys.filter((key) => shown(key, placeholders(texts[key] ?? "")).join() !== shown(key, expected.get(key) ?? []).join());
      expect({ locale, wrong }).toEqual({ locale, wrong: [] });
    }
  });
});

describe("keys and source", () => {
  const all = areas.flatMap((area) => Object.keys(read(LOCALES[0], area)));
  const known = new Set(all.map(base));
  const spoken = spokenKeys();

  test("every key is used", () => {
    const unused = [...known].filter((key) => !spoken.strings.has(key) && ![...spoken.starts].some((start) => key.startsWith(start)));
    expect(unused).toEqual([]);
  });

  test("every key asked for exists", () => {
    expect(spoken.asked.filter(({ key }) => !known.has(key))).toEqual([]);
  });

  test("every reason to refuse has a text", () => {
    expect(ERROR_CODES.filter((code) => !known.has(`error.${code}`))).toEqual([]);
  });

  test("every built key has at least one text", () => {
    const namespaces = new Set(all.map(startOf));
    const starts = [...spoken.starts].filter((start) => namespaces.has(startOf(start)));
    expect(starts.filter((start) => !all.some((key) => key.startsWith(start)))).toEqual([]);
  });
});
