import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { NOW } from "#tests/support/ctx";
import { LOCALES } from "~/domain/kernel/actor";
import { personDataParts } from "~/domain/kernel/person-data";
import { translator } from "~/locales";
import { contextName } from "~/ui/kept-words";
import "~/web/contexts";
import { exportZip, jsonPieces, safeName } from "~/web/export-zip";

const EVIL = '<script>alert("x")</script>';

async function packed(stream: ReadableStream<Uint8Array>) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return { chunks, files: unzipSync(Buffer.concat(chunks)) };
}

const small = (locale: (typeof LOCALES)[number] = "nl") =>
  exportZip({
    contexts: { identity: { account: { name: EVIL }, trail: [] }, ideas: { ideas: [{ title: "Een fiets", at: NOW }] } },
    files: [
      { storageKey: "a", name: "../../etc/passwd\u202Egnp.pdf", size: 4 },
      { storageKey: "a", name: "../../etc/passwd\u202Egnp.pdf", size: 4 },
      { storageKey: "weg", name: "weg.png", size: 4 },
    ],
    read: (key) => Promise.resolve(key === "a" ? Buffer.from("%PDF") : null),
    locale,
    at: NOW,
  });

test("the archive holds a page, a file a context, the files and a manifest that tells the truth", async () => {
  const { files } = await packed(small());
  expect(Object.keys(files)).toEqual([
    "index.html",
    "data/identity.json",
    "data/ideas.json",
    "files/001-_.._etc_passwdgnp.pdf",
    "files/002-_.._etc_passwdgnp.pdf",
    "files/003-weg.png",
    "manifest.json",
  ]);
  const { "manifest.json": manifest, ...rest } = files;
  const told = (JSON.parse(strFromU8(manifest ?? new Uint8Array())) as { files: unknown[] }).files;
  expect(told).toEqual(
    Object.entries(rest).map(([path, bytes]) => ({
      path,
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    })),
  );
  expect(JSON.parse(strFromU8(rest["data/ideas.json"] ?? new Uint8Array()))).toEqual({
    ideas: [{ title: "Een fiets", at: NOW.toISOString() }],
  });
});

test.each(LOCALES)("the page is in the language of the person (%s) and runs nothing", async (locale) => {
  const { files } = await packed(small(locale));
  const html = strFromU8(files["index.html"] ?? new Uint8Array());
  expect(html).toContain(`<html lang="${locale}">`);
  expect(html).toContain(translator(locale)("keeping.export.title"));
  expect(html).toContain("&lt;script&gt;");
  expect(html).not.toMatch(/<script|\son\w+=|keeping\./);
  expect(html).toContain('href="files/001-_.._etc_passwdgnp.pdf"');
});

test("every context that keeps something of people has a name in every language", () => {
  for (const { context } of personDataParts())
    for (const locale of LOCALES) expect([context, contextName(translator(locale), context)]).not.toEqual([context, context]);
});

test("tens of thousands of rows leave the others their turn", async () => {
  const rows = Array.from({ length: 40_000 }, (_, i) => ({ id: i, words: `regel ${i} ${"woord ".repeat(10)}` }));
  let turns = 0;
  let going = true;
  const turn = (): void => {
    turns += 1;
    if (going) setImmediate(turn);
  };
  setImmediate(turn);
  const { chunks, files } = await packed(
    exportZip({ contexts: { ideas: { rows } }, files: [], read: () => Promise.resolve(null), locale: "nl", at: NOW }),
  );
  going = false;
  const { rows: back } = JSON.parse(strFromU8(files["data/ideas.json"] ?? new Uint8Array())) as { rows: unknown[] };
  expect(back).toHaveLength(40_000);
  // A turn a slice of 64 KiB at least, and no piece of the answer that holds it all.
  expect(turns).toBeGreaterThan((files["data/ideas.json"]?.length ?? 0) / 65_536 - 2);
  expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(100_000);
  expect(strFromU8(files["index.html"] ?? new Uint8Array()).length).toBeLessThan(60_000);
});

describe("names of files", () => {
  test.each([
    ["tekening.pdf", "tekening.pdf"],
    ["..", "bestand"],
    ["../..\\x.pdf", "_.._x.pdf"],
    ["C:\\a.png", "C__a.png"],
    [".verborgen", "verborgen"],
    ["a\u0000\nb.pdf", "ab.pdf"],
    ["", "bestand"],
  ])("%j becomes %j", (name, clean) => {
    expect(safeName(name)).toBe(clean);
  });
  test("are not endless, and keep their ending", () => {
    expect(safeName(`${"é".repeat(300)}.webp`)).toBe(`${"é".repeat(75)}.webp`);
  });
});

test("rows come out as JSON, whatever they are", () => {
  const data = { one: null, none: [], list: [1, undefined, { a: [EVIL] }], nothing: undefined };
  expect(JSON.parse([...jsonPieces(data)].join(""))).toEqual(JSON.parse(JSON.stringify(data)));
});
