import { redirect } from "@remix-run/node";
import { oneVoteForm, openForm, voteForm } from "~/domain/awards/vote/forms";
import { dropCodes } from "~/domain/awards/vote/make-codes";
import { dropVote, makeVote } from "~/domain/awards/vote/make-vote";
import { closeVote, openVote } from "~/domain/awards/vote/open-vote";
import { revealVote } from "~/domain/awards/vote/reveal-vote";
import { DomainError } from "~/domain/kernel/errors";
import { parseForm, replyTo } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = Pick<WriteArgs, "ctx" | "form" | "intent">;

/** Runs what the organiser asked on the page of the votes. */
export async function perform(args: Args, editionSlug: string) {
  const { ctx, form, intent } = args;
  if (intent === "make") {
    const parsed = parseForm(form, voteForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    if (parsed.value.kind === "ranked" && parsed.value.places > parsed.value.entryIds.length) {
      return refuseForm(replyTo(form, { fields: { places: [{ key: "vote.places_wrong" }] } }));
    }
    await makeVote(ctx, { editionSlug, ...parsed.value });
    return said(args, editionSlug, "vote.run.made");
  }
  if (intent === "open") {
    const parsed = parseForm(form, openForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await openVote(ctx, { editionSlug, voteId: parsed.value.voteId, forMinutes: parsed.value.minutes });
    return said(args, editionSlug, "vote.run.opened");
  }
  const parsed = parseForm(form, oneVoteForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const named = { editionSlug, voteId: parsed.value.voteId };
  switch (intent) {
    case "close":
      await closeVote(ctx, named);
      return said(args, editionSlug, "vote.run.closed");
    case "reveal":
      await revealVote(ctx, named);
      return said(args, editionSlug, "vote.run.revealed");
    case "drop":
      await dropVote(ctx, named);
      return said(args, editionSlug, "vote.run.dropped");
    case "drop_codes":
      await dropCodes(ctx, named);
      return said(args, editionSlug, "vote.run.codes_dropped");
    default:
      throw new DomainError("invalid");
  }
}

function said({ ctx }: Args, slug: string, key: Toast["key"]) {
  setToast(ctx.web, { key });
  return redirect(`/awards/${slug}/votes`, 303);
}
