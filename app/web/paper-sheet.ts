import type { PrintedSheet, PrintedSheets } from "~/domain/awards/paper/queries-print";
import type { Locale } from "~/domain/kernel/actor";
import { translator } from "~/locales";
import type { Translate } from "~/locales/translate";
import { momentIn } from "~/ui/dates";
import { INK, LEAF, MUTED } from "./inks";
import type { Pdf } from "./pdf";
import { FOOT, pdfOf, printable, writeFeet } from "./pdf";
import { drawQr } from "./qr";

const MARGIN = 42;
const QR = 62;
const GAP = 8;
const BOX = 9;
/** Ruled lines for a reason, and for words to the team or the jury. */
const COMMENT_LINES = 2;
const NOTE_LINES = 5;
const LINE = "#9aa69e";

interface Writing {
  readonly doc: Pdf;
  readonly say: Translate;
  readonly locale: Locale;
  readonly width: number;
}

/**
 * Scoring sheets to print and fill in by hand, each from a new page and in its juror's language: the number and title of the entry, the criteria
 * with their levels, boxes to tick and room to write, and the code by which the sheet is found again. Nothing of who made the entry.
 */
export async function paperSheets(
  { edition, roundNo, until, sheets }: PrintedSheets,
  reader: { readonly locale: Locale; readonly origin: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const about = { title: edition.name[reader.locale], lang: reader.locale, dated: until, margin: MARGIN };
  return pdfOf(about, (doc) => {
    const codes: string[] = [];
    for (const [at, sheet] of sheets.entries()) {
      if (at > 0) doc.addPage();
      const { locale } = sheet;
      const work: Writing = { doc, locale, say: translator(locale), width: doc.page.width - 2 * MARGIN };
      writeHead(work, sheet, {
        edition: edition.name[locale],
        roundNo,
        until: momentIn(locale, edition.campus.zone)(until),
        url: `${reader.origin}/awards/${edition.slug}/papers/${sheet.assignmentId}`,
      });
      for (const criterion of sheet.criteria) writeCriterion(work, criterion);
      for (const part of ["feedback", "jury_note"] as const) writeRoom(work, work.say(`paper.print.${part}`), NOTE_LINES);
      writeSigning(work);
      const { start, count } = doc.bufferedPageRange();
      const begun = codes.length;
      while (codes.length < start + count) codes.push(`${sheet.code}  ·  ${codes.length - begun + 1}`);
    }
    writeFeet(doc, MARGIN, (no) => codes[no - 1] ?? "");
  });
}

function writeHead(
  { doc, say, locale, width }: Writing,
  sheet: PrintedSheet,
  about: { edition: string; roundNo: number; until: string; url: string },
): void {
  const top = doc.y;
  drawQr(doc, about.url, { x: MARGIN + width - QR, y: top, side: QR });
  doc.font("Strong").fontSize(10).fillColor(INK);
  doc.text(sheet.code, MARGIN + width - QR - 30, top + QR + 3, { width: QR + 30, align: "right" });
  const room = { width: width - QR - 30 };
  const kicker = [`Broeikas · ${about.edition}`, about.roundNo > 1 ? say("edition.round", { no: about.roundNo }) : ""];
  doc
    .fontSize(10)
    .fillColor(LEAF)
    .text(printable(kicker.filter(Boolean).join(" · ")), MARGIN, top, room);
  doc
    .moveDown(0.2)
    .fontSize(20)
    .fillColor(INK)
    .text(printable(say("awards.entry.number", { number: sheet.number })), room);
  doc.fontSize(12.5).text(printable(sheet.title), room);
  doc.font("Text").fontSize(10).fillColor(MUTED).text(printable(sheet.category[locale]), room);
  doc.text(printable(`${say("paper.print.juror", { name: sheet.juror })} · ${say("paper.print.until", { moment: about.until })}`), room);
  doc.y = Math.max(doc.y, top + QR + 18);
  doc
    .moveDown(0.3)
    .fontSize(9.5)
    .fillColor(INK)
    .text(printable(say("paper.print.how")), MARGIN, doc.y, { width });
  doc.moveDown(0.5);
}

type Criterion = PrintedSheets["sheets"][number]["criteria"][number];

/** The levels of a criterion side by side, each with a box to tick; what does not fit begins on the next page. */
function writeCriterion(work: Writing, { name, question, weight, counted, levels }: Criterion): void {
  const { doc, say, locale, width } = work;
  const column = (width - GAP * (levels.length - 1)) / levels.length;
  const inner = column - BOX - 10;
  const heights = levels.map(({ level, label, evidence }) => {
    const own = doc
      .font("Strong")
      .fontSize(9)
      .heightOfString(printable(`${level} · ${label[locale]}`), { width: inner });
    return (
      own +
      doc
        .font("Text")
        .fontSize(8)
        .heightOfString(printable(evidence[locale]), { width: column - 8 }) +
      10
    );
  });
  const tall = Math.max(...heights);
  keepTogether(doc, tall + 40 + COMMENT_LINES * 17);
  const said = counted ? say("awards.weight", { percent: weight }) : say("awards.not_counted");
  doc.font("Strong").fontSize(11.5).fillColor(LEAF).text(printable(name[locale]), MARGIN, doc.y, { width, continued: true });
  doc
    .font("Text")
    .fontSize(9)
    .fillColor(MUTED)
    .text(`   ${printable(said)}`);
  doc.fillColor(INK).text(printable(question[locale]), MARGIN, doc.y, { width });
  const top = doc.y + 3;
  for (const [at, { level, label, evidence }] of levels.entries()) {
    const x = MARGIN + at * (column + GAP);
    doc.lineWidth(0.5).roundedRect(x, top, column, tall, 4).stroke(LINE);
    doc
      .lineWidth(0.9)
      .rect(x + 5, top + 5, BOX, BOX)
      .stroke(INK);
    doc.font("Strong").fontSize(9).fillColor(INK);
    doc.text(printable(`${level} · ${label[locale]}`), x + BOX + 10, top + 4, { width: inner });
    doc
      .font("Text")
      .fontSize(8)
      .fillColor(MUTED)
      .text(printable(evidence[locale]), x + 5, doc.y + 1, { width: column - 8 });
  }
  doc.y = top + tall + 4;
  writeRoom(work, say("paper.print.why"), COMMENT_LINES);
}

/** Ruled lines to write on, below what they are for. */
function writeRoom({ doc, width }: Writing, title: string, lines: number): void {
  keepTogether(doc, 16 + lines * 17);
  doc.font("Text").fontSize(8.5).fillColor(MUTED).text(printable(title), MARGIN, doc.y, { width });
  for (let line = 0; line < lines; line += 1) {
    const y = doc.y + 15;
    doc
      .lineWidth(0.4)
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + width, y)
      .stroke(LINE);
    doc.y = y + 2;
  }
  doc.y += 7;
}

function writeSigning({ doc, say, width }: Writing): void {
  keepTogether(doc, 40);
  doc
    .font("Text")
    .fontSize(9)
    .fillColor(INK)
    .text(printable(say("paper.print.signed")), MARGIN, doc.y + 12, { width });
}

function keepTogether(doc: Pdf, height: number): void {
  if (doc.y + height > doc.page.height - MARGIN - FOOT) doc.addPage();
}
