import type { Locale } from "~/domain/kernel/actor";
import type { Passport } from "~/domain/ideas/queries-receipts";
import type { Translate } from "~/locales/translate";
import { dayIn, localeTag } from "~/ui/dates";
import { INK, LEAF, MUTED } from "./inks";
import type { Origin } from "./origin";
import type { Pdf } from "./pdf";
import { pdfOf, printable, writeFeet } from "./pdf";

type Say = Translate;

const MARGIN = 56;

/**
 * The passport of an idea as a PDF, in the reader's language: title, team, versions with their digests, and where it comes from.
 * The same data give the same bytes: it is dated by the last version, and holds no moment of making.
 */
export async function passportPdf(
  passport: Passport,
  origin: Origin,
  reader: { readonly locale: Locale; readonly say: Translate; readonly verifyUrl: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const { say, locale } = reader;
  const dated = passport.versions.at(-1)?.at ?? passport.plantedAt;
  return pdfOf({ title: passport.title, lang: locale, dated, margin: MARGIN }, (doc) => {
    writeHead(doc, passport, say, locale);
    writeTeam(doc, passport, say, locale);
    writeOrigin(doc, origin, say, dayIn(locale, passport.campus.zone));
    writeVersions(doc, passport, say, reader);
    writeFeet(doc, MARGIN, (no, of) => say("passport.page", { no, of }));
  });
}

function writeHead(doc: Pdf, { title, pitch, campus, plantedAt, stage, id }: Passport, say: Say, locale: Locale): void {
  doc
    .font("Strong")
    .fontSize(11)
    .fillColor(LEAF)
    .text(`Broeikas · ${printable(say("passport.title"))}`);
  doc.moveDown(0.6).fontSize(24).fillColor(INK).text(printable(title));
  doc.moveDown(0.3).font("Text").fontSize(12).fillColor(MUTED).text(printable(pitch));
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
  doc.moveDown(1.2).font("Strong").fontSize(14).fillColor(LEAF).text(printable(text));
  doc.moveDown(0.3).font("Text").fontSize(10).fillColor(INK);
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
      .font("Strong")
      .fillColor(INK)
      .text(printable(say("passport.version", { no, at: moment(at), name: authorName })));
    doc.font("Text").fillColor(MUTED).text(printable(title));
    doc.font("Courier").fontSize(9).fillColor(INK).text(sha256).font("Text").fontSize(10);
  }
}

function momentIn(locale: Locale, zone: string): (at: Date) => string {
  const format = new Intl.DateTimeFormat(localeTag(locale), {
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
