import { codeOnPaper } from "~/domain/awards/certificates/code";
import { myCertificate } from "~/domain/awards/certificates/queries-certificates";
import type { EntryForm } from "~/domain/awards/queries-entrant";
import type { WebCtx } from "~/web/ctx";
import { onwardOf } from "~/web/onward";
import { viewOf } from "~/web/view";

/** What there is for a team once the results are public: its own certificate, and how to go on without a prize. Null before. */
export async function afterResult(ctx: WebCtx, { entryId, result, idea }: EntryForm) {
  if (result === null) return null;
  const mine = await myCertificate(viewOf(ctx), entryId);
  return {
    place: result.place,
    certificate: mine && { code: codeOnPaper(mine.code), minor: mine.minor, showsName: mine.showsName },
    onward: result.place === null ? await onwardOf(ctx, idea.ideaId) : null,
  };
}
