import type { Locale } from "~/domain/kernel/actor";
import type { Passport } from "~/domain/ideas/queries-receipts";
import type { Translate } from "~/locales/translate";
import type { Origin } from "./origin";

type Say = Translate;
type Pdf = PDFKit.PDFDocument;

const MARGIN = 56;
const INK = "#1e2a23";
const MUTED = "#5a675f";
const LEAF = "#1f6b43";

/**
 * The passport of an idea as a PDF, in the reader's language: title, team, versions with their digests, and where it comes from.
 * The same data give the same bytes: it is dated by the last version, and holds no moment of making.
 */
export async function passportPdf(
  passport: Passport,
  origin: Origin,
  reader: { readonly locale: Locale; readonly say: Translate; readonly verifyUrl: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: PDFDocument } = await import("pdfkit");
  const { say } = reader;
  const dated = passport.versions.at(-1)?.at ?? passport.plantedAt;
  const doc = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    bufferPages: true,
    lang: reader.locale,
    displayTitle: true,
    info: { Title: printable(passport.title), Producer: "Broeikas", Creator: "Broeikas", CreationDate: dated, ModDate: dated },
  });
  const chunks: Uint8Array[] = [];
  doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    doc.on("end", resolve);
    doc.on("error", reject);
  });
  writeHead(doc, passport, say, reader.locale);
  writeTeam(doc, passport, say, reader.locale);
  writeOrigin(doc, origin, say, dayIn(reader.locale, passport.campus.zone));
  writeVersions(doc, passport, say, reader);
  writeFeet(doc, say);
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function writeHead(doc: Pdf, { title, pitch, campus, plantedAt, stage, id }: Passport, say: Say, locale: Locale): void {
  doc
    .font("Helvetica-Bold")
    .fontSize(11)
    .fillColor(LEAF)
    .text(`Broeikas · ${printable(say("passport.title"))}`);
  doc.moveDown(0.6).fontSize(24).fillColor(INK).text(printable(title));
  doc.moveDown(0.3).font("Helvetica").fontSize(12).fillColor(MUTED).text(printable(pitch));
  doc.moveDown(0.8).fontSize(10).fillColor(INK);
  const facts = [
    `${say("passport.campus")}: ${campus.name}`,
    `${say("passport.planted")}: ${momentIn(locale, campus.zone)(plantedAt)}`,
    `${say("passport.stage")}: ${say(`stage.${stage}`)}`,
    id,
  ];
  for (const fact of facts) doc.text(printable(fact));
}

function heading(doc: Pdf, text: string): void {
  if (doc.y > doc.page.height - 140) doc.addPage();
  doc.moveDown(1.2).font("Helvetica-Bold").fontSize(14).fillColor(LEAF).text(printable(text));
  doc.moveDown(0.3).font("Helvetica").fontSize(10).fillColor(INK);
}

function writeTeam(doc: Pdf, { members, campus }: Passport, say: Say, locale: Locale): void {
  const day = dayIn(locale, campus.zone);
  heading(doc, say("passport.team"));
  for (const { name, role, share, from, until } of members) {
    const facts = [
      role === "owner" ? say("passport.owner") : "",
      share === null ? "" : say("passport.share", { share }),
      say("passport.since", { day: day(from) }),
      until === null ? "" : say("passport.until", { day: day(until) }),
    ];
    doc.text(printable(`${name}: ${facts.filter(Boolean).join(", ")}`));
  }
}

function writeOrigin(doc: Pdf, { nodes, edges, entries }: Origin, say: Say, day: (at: Date) => string): void {
  if (edges.length + entries.length === 0) return;
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  heading(doc, say("passport.origin"));
  const lines = [
    ...edges.map(({ from, to, kind, at, share, undoneAt }) => {
      const said = say(`graft.edge.${kind}`, { from: titles.get(from) ?? "", to: titles.get(to) ?? "" });
      const undone = undoneAt === null ? "" : ` (${say("graft.edge.undone")} ${day(undoneAt)})`;
      return { at, text: `${day(at)}: ${said}${share === null ? "" : `, ${say("graft.edge.share", { share })}`}${undone}` };
    }),
    ...entries.map(({ ideaId, name, at }) => ({
      at,
      text: `${day(at)}: ${say("graft.edge.entry", { from: titles.get(ideaId) ?? "", to: name })}`,
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.text < b.text ? -1 : 1));
  for (const { text } of lines) doc.text(printable(text));
}

function writeVersions(doc: Pdf, { versions, campus }: Passport, say: Say, reader: { locale: Locale; verifyUrl: string }): void {
  const moment = momentIn(reader.locale, campus.zone);
  heading(doc, say("passport.versions"));
  doc.fillColor(MUTED).text(printable(say("passport.check", { url: reader.verifyUrl })));
  for (const { no, at, authorName, sha256, title } of versions) {
    if (doc.y > doc.page.height - 120) doc.addPage();
    doc
      .moveDown(0.6)
      .font("Helvetica-Bold")
      .fillColor(INK)
      .text(printable(say("passport.version", { no, at: moment(at), name: authorName })));
    doc.font("Helvetica").fillColor(MUTED).text(printable(title));
    doc.font("Courier").fontSize(9).fillColor(INK).text(sha256).font("Helvetica").fontSize(10);
  }
}

function writeFeet(doc: Pdf, say: Say): void {
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at);
    // The foot stands in the margin, where text would begin a new page.
    doc.page.margins.bottom = 0;
    const text = say("passport.page", { no: at - start + 1, of: count });
    doc.font("Helvetica").fontSize(9).fillColor(MUTED);
    doc.text(text, MARGIN, doc.page.height - 36, { width: doc.page.width - 2 * MARGIN, align: "right", lineBreak: false });
    doc.page.margins.bottom = MARGIN;
  }
}

function dayIn(locale: Locale, zone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : `${locale}-BE`, { timeZone: zone, dateStyle: "long" });
  return (at) => format.format(at);
}

function momentIn(locale: Locale, zone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : `${locale}-BE`, {
    timeZone: zone,
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  });
  return (at) => format.format(at);
}

/** Letters of the standard fonts of a PDF beyond Latin-1, and plain letters for some that have no mark to take off. */
const BEYOND =
  /[\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]/;
const PLAIN: Readonly<Record<string, string>> = { ı: "i", ł: "l", Ł: "L", đ: "d", Đ: "D", "\u202f": " ", "\u2009": " ", "\u2011": "-" };

/** The text in letters that the standard fonts hold: others lose their marks, and what is left becomes a question mark. */
function printable(text: string): string {
  return [...oneLine(text)].map((letter) => (isPrintable(letter) ? letter : plain(letter))).join("");
}

const oneLine = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ");

function isPrintable(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff) || BEYOND.test(letter);
}

function plain(letter: string): string {
  const known = PLAIN[letter];
  if (known !== undefined) return known;
  const bare = letter.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare !== "" && [...bare].every(isPrintable) ? bare : "?";
}
