import { redirect } from "@remix-run/node";
import { discussEntry } from "~/domain/awards/council/discuss-entry";
import { chairForm, motionForm, noteForm, oneForm, presenceForm, voteForm } from "~/domain/awards/council/forms";
import { closeVote, openVote, proposeMotion, vote, withdrawMotion } from "~/domain/awards/council/motion";
import { addNote, removeNote } from "~/domain/awards/council/note";
import { setChair } from "~/domain/awards/council/set-chair";
import { setPresence } from "~/domain/awards/council/set-presence";
import { DomainError } from "~/domain/kernel/errors";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = Pick<WriteArgs, "ctx" | "form" | "intent">;

/** Runs what somebody in the deliberation asked. */
export async function perform(args: Args, editionSlug: string) {
  const { ctx, form, intent } = args;
  if (intent === "note") {
    const parsed = parseForm(form, noteForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await addNote(ctx, { editionSlug, ...parsed.value });
    return back(args, editionSlug, "council.noted", parsed.value.entryId);
  }
  if (intent === "propose") {
    const parsed = parseForm(form, motionForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await proposeMotion(ctx, { editionSlug, ...parsed.value });
    return back(args, editionSlug, "council.proposed", parsed.value.entryId);
  }
  if (intent === "vote") {
    const parsed = parseForm(form, voteForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await vote(ctx, { motionId: parsed.value.id, choice: parsed.value.choice });
    return back(args, editionSlug, "council.voted");
  }
  if (intent === "presence" || intent === "chair") return inRoom(args, editionSlug);
  return lead(args, editionSlug);
}

async function inRoom(args: Args, editionSlug: string) {
  const { ctx, form, intent } = args;
  if (intent === "chair") {
    const parsed = parseForm(form, chairForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await setChair(ctx, { editionSlug, personId: parsed.value.id });
    return back(args, editionSlug, "council.saved");
  }
  const parsed = parseForm(form, presenceForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await setPresence(ctx, { editionSlug, personId: parsed.value.id, present: parsed.value.present });
  return back(args, editionSlug, "council.saved");
}

async function lead(args: Args, editionSlug: string) {
  const { ctx, form, intent } = args;
  const parsed = parseForm(form, oneForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { id } = parsed.value;
  switch (intent) {
    case "discuss":
      await discussEntry(ctx, { editionSlug, entryId: id });
      return back(args, editionSlug, "council.discussed_now", id);
    case "open":
      await openVote(ctx, { motionId: id });
      return back(args, editionSlug, "council.opened");
    case "close":
      await closeVote(ctx, { motionId: id });
      return back(args, editionSlug, "council.closed");
    case "withdraw":
      await withdrawMotion(ctx, { motionId: id });
      return back(args, editionSlug, "council.withdrawn");
    case "remove":
      await removeNote(ctx, { noteId: id });
      return back(args, editionSlug, "council.removed");
    default:
      throw new DomainError("invalid");
  }
}

function back({ ctx }: Args, slug: string, key: Toast["key"], entryId?: string) {
  setToast(ctx.web, { key });
  return redirect(`/awards/${slug}/council${entryId === undefined ? "" : `#entry-${entryId}`}`, 303);
}
