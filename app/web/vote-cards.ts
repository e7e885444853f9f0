import type { Locale } from "~/domain/kernel/actor";
import { LOCALES } from "~/domain/kernel/actor";
import { printedCode } from "~/domain/awards/vote/vote";
import { translator } from "~/locales";
import { INK, LEAF, MUTED } from "./inks";
import type { Pdf } from "./pdf";
import { pdfOf, printable } from "./pdf";
import { drawQr } from "./qr";

/** Cards on a sheet of A4, in points: to be cut along thin lines. */
const MARGIN = 28;
const COLUMNS = 2;
const ROWS = 6;
const QR_SIZE = 84;
/** Letters of the name of an edition that fit on a card. */
const TITLE_MOST = 34;
const LINE = "#d8d0bd";

export interface VoteCards {
  readonly codes: readonly string[];
  /** Name of the edition, in the languages of the cards. */
  readonly title: string;
  /** Where to type the code, without scheme. */
  readonly address: string;
  /** Where a code is scanned to. */
  readonly addressOf: (code: string) => string;
  readonly lang: Locale;
  readonly dated: Date;
}

/** The printed codes of a vote as a PDF, one card a seat, each with its QR code. It is the only place where the codes stand. */
export async function voteCardsPdf(cards: VoteCards): Promise<Uint8Array<ArrayBuffer>> {
  const { title, lang, dated, codes } = cards;
  return pdfOf({ title, lang, dated, margin: MARGIN }, (doc) => {
    const [width, height] = [(doc.page.width - 2 * MARGIN) / COLUMNS, (doc.page.height - 2 * MARGIN) / ROWS];
    for (const [at, code] of codes.entries()) {
      const on = at % (COLUMNS * ROWS);
      if (at > 0 && on === 0) doc.addPage();
      const box = { x: MARGIN + (on % COLUMNS) * width, y: MARGIN + Math.floor(on / COLUMNS) * height, width, height };
      card(doc, cards, code, box);
    }
  });
}

function card(
  doc: Pdf,
  { title, address, addressOf }: VoteCards,
  code: string,
  box: { x: number; y: number; width: number; height: number },
): void {
  const { x, y, height } = box;
  doc.rect(x, y, box.width, height).lineWidth(0.5).dash(3, { space: 3 }).stroke(LINE).undash();
  drawQr(doc, addressOf(code), { x: x + 16, y: y + (height - QR_SIZE) / 2, side: QR_SIZE });
  const left = x + QR_SIZE + 32;
  // Measuring where a line would break costs more than all the rest of a card.
  const one = { lineBreak: false } as const;
  doc
    .font("Strong")
    .fontSize(9)
    .fillColor(LEAF)
    .text(printable(title).slice(0, TITLE_MOST), left, y + 18, one);
  for (const [at, lang] of LOCALES.entries()) {
    doc
      .font("Text")
      .fontSize(8)
      .fillColor(MUTED)
      .text(printable(translator(lang)("vote.card")), left, y + 34 + at * 11, one);
  }
  doc
    .font("Strong")
    .fontSize(15)
    .fillColor(INK)
    .text(printedCode(code), left, y + height - 48, one);
  doc
    .font("Text")
    .fontSize(9)
    .fillColor(INK)
    .text(printable(address), left, y + height - 28, one);
}
