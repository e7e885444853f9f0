import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { xlsxOf } from "~/web/xlsx";

async function read(name: string, rows: readonly (readonly (string | number)[])[]) {
  const files = unzipSync(await xlsxOf([{ name, rows }]));
  const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array());
  const strings = [...text("xl/sharedStrings.xml").matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, value]) => value);
  const sheet = text("xl/worksheets/sheet1.xml");
  const cells = [...sheet.matchAll(/<c r="([A-Z]+\d+)"([^>]*)>(.*?)<\/c>/g)].map(([, at = "", about = "", inside = ""]) => {
    const value = /<v>([^<]*)<\/v>/.exec(inside)?.[1] ?? "";
    return [at, about.includes('t="s"') ? strings[Number(value)] : Number(value)] as const;
  });
  return { sheet, cells: new Map(cells), workbook: text("xl/workbook.xml"), styles: text("xl/styles.xml") };
}

test("a workbook read back: numbers are numbers, texts are never formulas, the first row is bold and stays in view", async () => {
  const bad = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", 'a "quote" & <tag>'];
  const { sheet, cells, workbook, styles } = await read("Punten/één*", [["name", "score"], ...bad.map((one, at) => [one, at - 1.5])]);
  expect(cells.get("A1")).toBe("name");
  expect(bad.map((_, at) => cells.get(`B${at + 2}`))).toEqual(bad.map((_, at) => at - 1.5));
  for (const at of [2, 3, 4, 5, 6, 7]) expect(cells.get(`A${at}`)).toMatch(/^(&apos;|'|&#39;)/);
  expect(cells.get("A8")).toContain("quote");
  expect(sheet).not.toContain("<f>");
  expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(styles).toContain("<b");
  expect(workbook).toContain('name="Punten één "');
});

test("empty cells stay empty, and a table without rows is a sheet too", async () => {
  const { cells } = await read("x", [
    ["a", "b"],
    ["", 0],
  ]);
  expect([...cells.keys()]).toEqual(["A1", "B1", "B2"]);
  expect((await read("y", [["a"]])).cells.size).toBe(1);
});
