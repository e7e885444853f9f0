import { createRequire } from "node:module";
import type { Locale } from "~/domain/kernel/actor";
import { fileAnswer } from "./download";
import { MUTED } from "./inks";
import { oneLine } from "./one-line";

export type Pdf = PDFKit.PDFDocument;

/** So far from the edge stands the foot of a page, in points. */
export const FOOT = 30;

const FONTS = "@expo-google-fonts/source-sans-3";
const fontAt = (path: string): string => createRequire(import.meta.url).resolve(`${FONTS}/${path}`);

/** A page of the house on paper: A4 (`wide` on its side), in the typeface of the site with all letters of Europe. `write` fills it; the same data give the same bytes. */
export async function pdfOf(
  about: { readonly title: string; readonly lang: Locale; readonly dated: Date; readonly margin: number; readonly wide?: boolean },
  write: (doc: Pdf) => void | Promise<void>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: PDFDocument } = await import("pdfkit");
  const { title, lang, dated, margin, wide = false } = about;
  const doc = new PDFDocument({
    size: "A4",
    layout: wide ? "landscape" : "portrait",
    margin,
    bufferPages: true,
    lang,
    displayTitle: true,
    font: fontAt("400Regular/SourceSans3_400Regular.ttf"),
    info: { Title: printable(title), Producer: "Broeikas", Creator: "Broeikas", CreationDate: dated, ModDate: dated },
  });
  doc.registerFont("Text", fontAt("400Regular/SourceSans3_400Regular.ttf"));
  doc.registerFont("Strong", fontAt("700Bold/SourceSans3_700Bold.ttf"));
  const chunks: Uint8Array[] = [];
  doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on("end", resolve);
    doc.on("error", reject);
  });
  await write(doc.font("Text"));
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

/** A text as one line, its letters composed, as the fonts know them. */
export const printable = (text: string): string => oneLine(text).normalize("NFC");

/** The answer with a PDF to keep; `name` is what the file is called, without its ending. */
export function pdfAnswer(pdf: Uint8Array<ArrayBuffer>, name: string): Response {
  return fileAnswer(pdf, { name: `${name}.pdf`, type: "application/pdf" });
}

/** A line at the foot of each page, on the right: what `textOf` says of the page with a number, counted from 1, out of so many. */
export function writeFeet(doc: Pdf, margin: number, textOf: (no: number, of: number) => string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let no = 1; no <= count; no += 1) {
    doc.switchToPage(start + no - 1);
    // The foot stands in the margin, where text would begin a new page.
    doc.page.margins.bottom = 0;
    doc.font("Text").fontSize(9).fillColor(MUTED);
    const width = doc.page.width - 2 * margin;
    doc.text(textOf(no, count), margin, doc.page.height - FOOT, { width, align: "right", lineBreak: false });
    doc.page.margins.bottom = margin;
  }
}
