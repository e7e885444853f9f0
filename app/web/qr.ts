import { create } from "qrcode";

/** A QR code as one path in a square of `size` units, without margin: drawn by the page, so that no picture is loaded. */
export interface QrView {
  readonly size: number;
  readonly path: string;
}

/** The QR code of an address. */
export function qrOf(text: string): QrView {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  let path = "";
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`;
  }
  return { size, path };
}

/** The same as dark runs of a row, each `[column, row, length]`: several times quicker to draw on paper than a path. */
export function qrRunsOf(text: string): { readonly size: number; readonly runs: readonly (readonly [number, number, number])[] } {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const { size } = modules;
  const runs: [number, number, number][] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const from = column;
      while (column < size && modules.get(row, column)) column += 1;
      if (column > from) runs.push([from, row, column - from]);
    }
  }
  return { size, runs };
}
