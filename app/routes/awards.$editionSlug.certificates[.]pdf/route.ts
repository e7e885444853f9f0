import { certificatesOf } from "~/domain/awards/certificates/queries-certificates";
import { DomainError } from "~/domain/kernel/errors";
import { CERTIFICATES_A_FILE, certificatePdf } from "~/web/certificate";
import { pdfAnswer } from "~/web/pdf";
import { definePersonLoader } from "~/web/route";
import { sayIn } from "~/web/say";
import { viewOf } from "~/web/view";

/** Certificates of an edition on paper, for its organisers: `?part=2` is the second pile, `?won` those of winners alone. */
export const loader = definePersonLoader(async ({ ctx, params }) => {
  const slug = params.editionSlug ?? "";
  const won = ctx.url.searchParams.has("won");
  const part = Number(/^[1-9]\d{0,4}$/.exec(ctx.url.searchParams.get("part") ?? "1")?.[0] ?? 1);
  const all = (await certificatesOf(viewOf(ctx), slug, ctx.now)).filter(({ place }) => !won || place !== null);
  const papers = all.slice((part - 1) * CERTIFICATES_A_FILE, part * CERTIFICATES_A_FILE);
  if (papers.length === 0) throw new DomainError("not_found");
  const { locale } = ctx.actor;
  const pdf = await certificatePdf(papers, { locale, say: sayIn(locale), checkUrl: `${ctx.web.env.PUBLIC_ORIGIN}/certificate` });
  return pdfAnswer(pdf, `${slug}-certificates-${part}`);
});
