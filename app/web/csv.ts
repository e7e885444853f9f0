import { fileAnswer } from "./download";

export type Cell = string | number;

/** A text that no spreadsheet takes for a formula, whatever somebody typed. */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** A cell as spreadsheets read it: quoted where needed, and never a formula, whatever somebody typed. */
function cellOf(cell: Cell): string {
  if (typeof cell === "number") return String(cell);
  const plain = harmless(cell);
  return /[",;\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Rows as a CSV file (UTF-8 with its mark, so that spreadsheets read accents; lines end as the standard says). */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${csvRows(rows)}`;
}

/** Rows alone, for what comes after the first. */
export function csvRows(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

/** The answer with a table to keep; `name` is what the file is called, without its ending. */
export function csvAnswer(rows: readonly (readonly Cell[])[], name: string): Response {
  return fileAnswer(csvOf(rows), { name: `${name}.csv`, type: "text/csv; charset=utf-8" });
}
