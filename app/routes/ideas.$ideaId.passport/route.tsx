import { passportOf } from "~/domain/ideas/queries-receipts";
import { originOf } from "~/web/origin";
import { passportPdf } from "~/web/passport";
import { pdfAnswer } from "~/web/pdf";
import { definePersonLoader } from "~/web/route";
import { say } from "~/web/say";
import { readingOf } from "~/web/view";

/** The passport of an idea as a PDF, for its team. The file name says nothing of the idea. */
export const loader = definePersonLoader(async ({ ctx, params }) => {
  const view = readingOf(ctx);
  const passport = await passportOf(view, params.ideaId ?? "");
  const origin = await originOf(view, passport.id);
  const { locale } = ctx.actor;
  const pdf = await passportPdf(passport, origin, {
    locale,
    say: (key, params) => say(ctx, key, params),
    verifyUrl: `${ctx.web.env.PUBLIC_ORIGIN}/verify`,
  });
  return pdfAnswer(pdf, `broeikas-${passport.id}`);
});
