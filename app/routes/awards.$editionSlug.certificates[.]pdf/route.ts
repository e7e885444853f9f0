import { certificatesOf } from "~/domain/awards/certificates/queries-certificates";
import { DomainError } from "~/domain/kernel/errors";
import { certificatePdf } from "~/web/certificate";
import { pdfAnswer } from "~/web/pdf";
import { definePersonLoader } from "~/web/route";
import { sayIn } from "~/web/say";
import { viewOf } from "~/web/view";

/** All certificates of an edition on paper, for its organisers; `?won` those of winners alone. */
export const loader = definePersonLoader(async ({ ctx, params }) => {
  const slug = params.editionSlug ?? "";
  const won = ctx.url.searchParams.has("won");
  const papers = (await certificatesOf(viewOf(ctx), slug, ctx.now)).filter(({ place }) => !won || place !== null);
  if (papers.length === 0) throw new DomainError("not_found");
  const { locale } = ctx.actor;
  const pdf = await certificatePdf(papers, { locale, say: sayIn(locale), checkUrl: `${ctx.web.env.PUBLIC_ORIGIN}/certificate` });
  return pdfAnswer(pdf, `${slug}-certificates`);
});
