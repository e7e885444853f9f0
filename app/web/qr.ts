import { create } from "qrcode";
import { INK } from "./inks";
import type { Pdf } from "./pdf";

/** A QR code as one path in a square of `size` units, without margin: drawn by the page, so that no picture is loaded. */
export interface QrView {
  readonly size: number;
  readonly path: string;
}

/** The QR code of an address. */
export function qrOf(text: string): QrView {
  const { size, runs } = runsOf(text);
  return { size, path: runs.map(([column, row, length]) => `M${column} ${row}h${length}v1h-${length}z`).join("") };
}

/** Draws the QR code of an address on paper, as a square of `side` points. */
export function drawQr(doc: Pdf, text: string, at: { readonly x: number; readonly y: number; readonly side: number }): void {
  const { size, runs } = runsOf(text);
  const unit = at.side / size;
  // Several times quicker than a path.
  for (const [column, row, length] of runs) doc.rect(at.x + column * unit, at.y + row * unit, length * unit, unit);
  doc.fill(INK);
}

/** The dark runs of a code, each `[column, row, length]`. */
function runsOf(text: string): { readonly size: number; readonly runs: readonly (readonly [number, number, number])[] } {
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
