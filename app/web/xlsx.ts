import { harmless } from "./csv";

/** What a workbook is on its way out. */
export const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A table as a sheet: its name as the tab shows it, and rows with the names of the columns first. */
export interface SheetOf {
  readonly name: string;
  readonly rows: readonly (readonly (string | number)[])[];
}

/** What no tab may be called. */
const FORBIDDEN = /[\\/?*[\]:]/g;
const NAME_MAX = 31;
/** In characters, the widest a column gets. */
const WIDTH_MAX = 48;

/** Sheets as an XLSX file: bold names of columns that stay in view, numbers as numbers, and never a formula, whatever somebody typed. */
export async function xlsxOf(sheets: readonly SheetOf[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: write } = await import("write-excel-file/node");
  const file = write(
    sheets.map(({ name, rows }) => ({
      sheet: name.replace(FORBIDDEN, " ").slice(0, NAME_MAX),
      stickyRowsCount: 1,
      columns: (rows[0] ?? []).map((_, at) => ({ width: widthOf(rows, at) })),
      data: rows.map((row, no) =>
        row.map((cell) => {
          const about = no === 0 ? { fontWeight: "bold" as const } : {};
          if (typeof cell === "number") return { type: Number, value: cell, ...about };
          return cell === "" ? null : { type: String, value: harmless(cell), ...about };
        }),
      ),
    })),
  );
  return new Uint8Array(await file.toBuffer());
}

function widthOf(rows: readonly (readonly (string | number)[])[], at: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, String(row[at] ?? "").length), 0);
  return Math.min(WIDTH_MAX, longest + 2);
}
