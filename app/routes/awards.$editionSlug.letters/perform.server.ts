import { redirect } from "@remix-run/node";
import { letterForm } from "~/domain/awards/letters/forms";
import { checkLetters } from "~/domain/awards/letters/check-letters";
import { draftLetters } from "~/domain/awards/letters/draft-letters";
import { editLetter } from "~/domain/awards/letters/edit-letter";
import type { LetterState } from "~/domain/awards/letters/letter";
import { sendLetters } from "~/domain/awards/letters/send-letters";
import { setLetterPlaces } from "~/domain/awards/letters/set-letter-places";
import { DomainError } from "~/domain/kernel/errors";
import { parseForm } from "~/web/forms";
import { writeLetter } from "~/web/letters";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = Pick<WriteArgs, "ctx" | "form" | "intent">;

interface Becomes {
  readonly then: LetterState;
  readonly said: Toast["key"];
}
const BECOMES: Readonly<Record<string, Becomes>> & { readonly save: Becomes } = {
  save: { then: "draft", said: "letters.saved" },
  check: { then: "checked", said: "letters.checked" },
  hold: { then: "held", said: "letters.held" },
};

/** Runs what the organiser asked in the outbox of letters. */
export async function perform(args: Args, editionSlug: string) {
  const { ctx, form, intent } = args;
  switch (intent) {
    case "draft": {
      const { drafted } = await draftLetters(ctx, { editionSlug }, writeLetter);
      return said(args, editionSlug, { key: "letters.drafted", params: { count: drafted } });
    }
    case "places":
      await setLetterPlaces(ctx, { editionSlug, tellsPlace: form.get("tellsPlace") === "on" });
      return said(args, editionSlug, { key: "letters.places_saved" });
    case "check_all":
      return checkAll(args, editionSlug);
    case "send": {
      const { sent } = await sendLetters(ctx, { editionSlug });
      return said(args, editionSlug, { key: "letters.sent_now", params: { count: sent } });
    }
    case "save":
    case "check":
    case "hold":
      return one(args, editionSlug);
    default:
      throw new DomainError("invalid");
  }
}

async function one(args: Args, editionSlug: string) {
  const { ctx, form, intent } = args;
  const parsed = parseForm(form, letterForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { entryId, revision, body } = parsed.value;
  const act = BECOMES[intent] ?? BECOMES.save;
  await editLetter(ctx, { entryId, revision, body, then: act.then });
  return said(args, editionSlug, { key: act.said }, `#letter-${entryId}`);
}

async function checkAll(args: Args, editionSlug: string) {
  const letters = args.form.getAll("letter").flatMap((value) => {
    const [entryId = "", revision = ""] = String(value).split(" ");
    return /^\d{1,9}$/.test(revision) ? [{ entryId, revision: Number(revision) }] : [];
  });
  const { checked, left } = await checkLetters(args.ctx, { editionSlug, letters });
  const params = { count: checked, left };
  return said(args, editionSlug, left > 0 ? { key: "letters.checked_left", params } : { key: "letters.checked_all", params });
}

function said({ ctx }: Args, slug: string, toast: Toast, at = "") {
  setToast(ctx.web, toast);
  return redirect(`/awards/${slug}/letters${at}`, 303);
}
