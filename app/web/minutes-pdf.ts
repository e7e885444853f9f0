import type { MinutesPage } from "~/domain/awards/council/queries-minutes";
import type { Locale } from "~/domain/kernel/actor";
import { translator } from "~/locales";
import { minutesIn } from "~/ui/awards/minutes-lines";
import { pdfOf } from "./pdf";

/** The minutes of a deliberation on paper. */
export function minutesPdf({ edition, minutes, frozenAt }: MinutesPage, locale: Locale, now: Date): Promise<Uint8Array<ArrayBuffer>> {
  const t = translator(locale);
  const title = `${t("council.minutes.title")} · ${edition.name[locale]}`;
  return pdfOf({ title, lang: locale, dated: frozenAt ?? now, margin: 56 }, (doc) => {
    doc.font("Strong").fontSize(20).text(title.normalize("NFC")).moveDown(0.5);
    doc.font("Text").fontSize(11);
    doc.text(frozenAt ? t("council.minutes.frozen_plain") : t("council.minutes.going"));
    for (const section of minutesIn(minutes, t, locale)) {
      doc.moveDown(1).font("Strong").fontSize(13).text(section.title).moveDown(0.3).font("Text").fontSize(11);
      for (const line of section.lines) doc.text(line.normalize("NFC"), { paragraphGap: 4 });
    }
  });
}
