import { codeOnPaper } from "~/domain/awards/certificates/code";
import { certificatePaper } from "~/domain/awards/certificates/queries-certificates";
import { certificatePdf } from "~/web/certificate";
import { pdfAnswer } from "~/web/pdf";
import { CERTIFICATE_RATE } from "~/web/rates";
import { definePersonLoader, limitRate } from "~/web/route";
import { sayIn } from "~/web/say";
import { viewOf } from "~/web/view";

/** A certificate on paper, for its person and the organisers of the campus. */
export const loader = definePersonLoader(async ({ ctx, params }) => {
  await limitRate(ctx, CERTIFICATE_RATE);
  const paper = await certificatePaper(viewOf(ctx), params.code ?? "");
  const { locale } = ctx.actor;
  const pdf = await certificatePdf([paper], { locale, say: sayIn(locale), checkUrl: `${ctx.web.env.PUBLIC_ORIGIN}/certificate` });
  return pdfAnswer(pdf, `broeikas-${codeOnPaper(paper.code)}`);
});
