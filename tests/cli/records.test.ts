import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "#tests/support/fast-check";
import { describe, expect, inject, test } from "vitest";
import { csvFields } from "~/domain/kernel/csv";
import { csvRecords, jsonRecords } from "../../app/cli/records";
import type { FileRecord } from "../../app/cli/records";

async function read(records: typeof csvRecords, content: string | Buffer): Promise<FileRecord[]> {
  const file = join(mkdtempSync(join(inject("runDir"), "records-")), "file");
  writeFileSync(file, content);
  const all: FileRecord[] = [];
  for await (const record of records(file)) all.push(record);
  return all;
}

describe("rows of CSV", () => {
  test("what is written by the rules is read back, whatever is in it", () => {
    const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(",", ";" as const),
        (fields, separator) => {
          expect(csvFields(fields.map(quoted).join(separator), separator as "," | ";")).toEqual(fields);
        },
      ),
    );
  });

  test("quotes out of place are told apart from quotes that are still open", () => {
    expect(csvFields('a,"b', ",")).toBe("open");
    expect(csvFields('a,b"c', ",")).toBe("broken");
    expect(csvFields('"a"b,c', ",")).toBe("broken");
    expect(csvFields("a,,", ",")).toEqual(["a", "", ""]);
  });

  test("a broken row does not take the next one with it", async () => {
    expect(await read(csvRecords, 'a,b\n1,x"y\n2,z\n')).toEqual([
      { line: 2, problem: "has a quote in the wrong place" },
      { line: 3, value: { a: "2", b: "z" } },
    ]);
  });

  test("a first row that names a column twice ends the reading", async () => {
    expect(await read(csvRecords, "a,a\n1,2\n")).toEqual([{ line: 1, problem: "the first row must name every column, each once" }]);
  });
});

describe("lines of JSON", () => {
  test("bytes that are no UTF-8, lists and nonsense are named with their line; the rest is read", async () => {
    const bytes = Buffer.concat([
      Buffer.from('\uFEFF{"a":1}\r\n\n'),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from('[1]\nnope\n{"a":"é"}'),
    ]);
    const records = await read(jsonRecords, bytes);
    expect(records.map((record) => ("value" in record ? [record.line, record.value] : [record.line, record.problem.slice(0, 24)]))).toEqual(
      [
        [1, { a: 1 }],
        [3, "is longer than 1 MB or n"],
        [4, "is not a JSON object"],
        [5, "is not JSON: Unexpected "],
        [6, { a: "é" }],
      ],
    );
  });

  test("a line without end is not read into memory, and the next one is", async () => {
    const records = await read(jsonRecords, `${"x".repeat(1_100_000)}\n{"a":1}\n`);
    expect(records).toEqual([
      { line: 1, problem: "is longer than 1 MB or not UTF-8" },
      { line: 2, value: { a: 1 } },
    ]);
  });
});
