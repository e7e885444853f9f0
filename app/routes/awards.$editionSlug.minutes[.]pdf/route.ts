import { minutesPage } from "~/domain/awards/council/queries-minutes";
import { translator } from "~/locales";
import { minutesIn } from "~/ui/awards/minutes-lines";
import { pdfOf } from "~/web/pdf";
import { definePersonLoader } from "~/web/route";
import { viewOf } from "~/web/view";

/** The minutes of a deliberation on paper, for the organiser. */
export const loader = definePersonLoader(async ({ ctx, params }) => {
  const { edition, minutes, frozenAt } = await minutesPage(viewOf(ctx), params.editionSlug ?? "", ctx.now);
  const { locale } = ctx.actor;
  const t = translator(locale);
  const title = `${t("council.minutes.title")} · ${edition.name[locale]}`;
  const file = await pdfOf({ title, lang: locale, dated: frozenAt ?? ctx.now, margin: 56 }, (doc) => {
    doc.font("Strong").fontSize(20).text(title).moveDown(0.5);
    doc.font("Text").fontSize(11);
    doc.text(frozenAt ? t("council.minutes.frozen_plain") : t("council.minutes.going"));
    for (const section of minutesIn(minutes, t, locale)) {
      doc.moveDown(1).font("Strong").fontSize(13).text(section.title).moveDown(0.3).font("Text").fontSize(11);
      for (const line of section.lines) doc.text(line.normalize("NFC"), { paragraphGap: 4 });
    }
  });
  return new Response(file, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${edition.slug}-minutes.pdf"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
});
