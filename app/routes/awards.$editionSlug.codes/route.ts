import { redirect } from "@remix-run/node";
import { editionToOversee } from "~/domain/awards/load";
import { codesForm } from "~/domain/awards/vote/forms";
import { makeCodes } from "~/domain/awards/vote/make-codes";
import { printedCode } from "~/domain/awards/vote/vote";
import { isDomainError } from "~/domain/kernel/errors";
import { hours } from "~/domain/kernel/time";
import { parseForm } from "~/web/forms";
import { pdfAnswer } from "~/web/pdf";
import { messageFor } from "~/web/respond";
import { definePersonAction, limitRate } from "~/web/route";
import { setToast } from "~/web/toast";
import { voteCardsPdf } from "~/web/vote-cards";

const PRINT_RATE = { name: "vote-codes", limit: 40, ipLimit: 200, windowMs: hours(1) };

/** Makes codes and answers the sheet to print, which is the only time that they can be read. What is refused is told on the page of the votes. */
export const action = definePersonAction(async ({ ctx, params, form }) => {
  const { slug, name } = await editionToOversee(ctx.store.db, ctx.actor, params.editionSlug ?? "", ctx.now);
  const back = redirect(`/awards/${slug}/votes`, 303);
  const parsed = parseForm(form, codesForm);
  if (!parsed.ok) {
    setToast(ctx.web, { key: "vote.count_wrong" });
    return back;
  }
  await limitRate(ctx, PRINT_RATE, ctx.actor.personId);
  try {
    const { codes } = await makeCodes(ctx, { editionSlug: slug, ...parsed.value });
    const { locale } = ctx.actor;
    const at = (path: string) => new URL(path, ctx.web.env.PUBLIC_ORIGIN).href;
    const pdf = await voteCardsPdf({
      codes,
      title: name[locale],
      address: at("/vote").replace(/^https?:\/\//, ""),
      addressOf: (code) => at(`/vote/${printedCode(code)}`),
      lang: locale,
      dated: ctx.now,
    });
    return pdfAnswer(pdf, `broeikas-${slug}-codes`);
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code === "not_found") throw thrown;
    setToast(ctx.web, messageFor(thrown));
    return back;
  }
});
