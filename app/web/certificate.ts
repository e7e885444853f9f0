import { setImmediate } from "node:timers/promises";
import { codeOnPaper } from "~/domain/awards/certificates/code";
import type { CertificatePaper } from "~/domain/awards/certificates/queries-certificates";
import type { Locale } from "~/domain/kernel/actor";
import type { Translate } from "~/locales/translate";
import { prizePlant } from "~/ui/awards/prize-plant";
import { dayIn } from "~/ui/dates";
import { PLANT_HEIGHT, PLANT_WIDTH } from "~/ui/plant/draw";
import { INK, LEAF, MUTED } from "./inks";
import type { Pdf } from "./pdf";
import { pdfOf, printable } from "./pdf";
import { drawPlantOn } from "./pdf-plant";
import { drawQr } from "./qr";

/** Pages of one file: a pile that prints and loads well. */
export const CERTIFICATES_A_FILE = 50;

const MARGIN = 48;
const LEFT = 250;
const RED = "#8c2f1b";
const QR_SIZE = 84;

export interface Reader {
  readonly locale: Locale;
  readonly say: Translate;
  /** The page that proves a certificate, without its code. */
  readonly checkUrl: string;
}

/** Certificates as a PDF, a page each, in the reader's language. The same data give the same bytes. */
export async function certificatePdf(papers: readonly CertificatePaper[], reader: Reader): Promise<Uint8Array<ArrayBuffer>> {
  const { say, locale } = reader;
  const dated = papers[0]?.publishedAt ?? new Date(0);
  return pdfOf({ title: say("certificate.title"), lang: locale, dated, margin: MARGIN, wide: true }, async (doc) => {
    for (const [i, paper] of papers.entries()) {
      if (i > 0) doc.addPage();
      writePage(doc, paper, reader);
      // Pages of others are answered in between.
      await setImmediate();
    }
  });
}

function writePage(doc: Pdf, paper: CertificatePaper, reader: Reader): void {
  const { width, height } = doc.page;
  doc.rect(0, 0, width, height).fill("#faf6ec");
  doc.rect(0, 0, 12, height).fill(LEAF);
  doc.roundedRect(MARGIN, MARGIN, LEFT - MARGIN - 30, height - 2 * MARGIN, 18).fill("#ddebe8");
  const room = LEFT - MARGIN - 72;
  const scale = room / PLANT_WIDTH;
  const spec = { ...prizePlant({ ideaId: paper.ideaId, entryId: paper.ideaId }), fruit: paper.place !== null };
  drawPlantOn(doc, spec, { x: MARGIN + 21, y: height - MARGIN - 30 - PLANT_HEIGHT * scale, scale });
  writeWords(doc, paper, reader, width - LEFT - MARGIN);
  writeProof(doc, paper, reader);
}

function writeWords(doc: Pdf, paper: CertificatePaper, { say, locale }: Reader, width: number): void {
  const line = (text: string, size: number, colour: string, font: "Text" | "Strong", gap: number): void => {
    doc
      .font(font)
      .fontSize(size)
      .fillColor(colour)
      .text(printable(text), LEFT, doc.y, { width, height: size * 3.2, ellipsis: true });
    doc.y += gap;
  };
  const { place, edition, category, title, campus, personName, publishedAt } = paper;
  doc.y = MARGIN + 10;
  line(`Broeikas · ${edition.name[locale]}`, 14, LEAF, "Strong", 10);
  line(place === null ? say("certificate.paper.title_part") : say(`awards.place.${place}`), 40, INK, "Strong", 12);
  line(say("certificate.paper.given"), 14, MUTED, "Text", 2);
  line(personName || say("certificate.nobody"), 28, INK, "Strong", 8);
  const won = { category: category[locale] };
  const what =
    place === null ? say("certificate.paper.part", won) : say("certificate.paper.prize", { ...won, prize: say(`awards.place.${place}`) });
  line(what, 15, INK, "Text", 6);
  if (title !== "") {
    line(say("certificate.paper.with"), 14, MUTED, "Text", 2);
    line(title, 20, RED, "Strong", 14);
  }
  line(say("certificate.paper.place", { campus: campus.name, day: dayIn(locale, campus.zone)(publishedAt) }), 13, MUTED, "Text", 0);
}

/** The code, where to check it, and both as a square to scan. */
function writeProof(doc: Pdf, { code }: CertificatePaper, { say, checkUrl }: Reader): void {
  const shown = codeOnPaper(code);
  const url = `${checkUrl}/${shown}`;
  const top = doc.page.height - MARGIN - QR_SIZE;
  drawQr(doc, url, { x: LEFT, y: top, side: QR_SIZE });
  const left = LEFT + QR_SIZE + 18;
  const width = doc.page.width - left - MARGIN;
  doc
    .font("Strong")
    .fontSize(14)
    .fillColor(INK)
    .text(shown, left, top + 16, { width, lineBreak: false });
  doc
    .font("Text")
    .fontSize(10)
    .fillColor(MUTED)
    .text(printable(say("certificate.paper.check", { url })), left, top + 40, { width, height: 30 });
}
