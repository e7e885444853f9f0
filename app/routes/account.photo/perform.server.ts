import { redirect } from "@remix-run/node";
import { hasPhoto } from "~/domain/identity/person";
import { giveConsent } from "~/domain/identity/give-consent";
import { PHOTO_INPUT as INPUT } from "~/domain/identity/photo/photo";
import { removePhoto } from "~/domain/identity/photo/remove-photo";
import { setPhoto } from "~/domain/identity/photo/set-photo";
import { consentText } from "~/domain/identity/privacy/consents";
import { DomainError } from "~/domain/kernel/errors";
import { replyTo } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";
import type { UploadArgs } from "~/web/upload";
import { problemsOf } from "~/web/upload-reply";

function done(ctx: UploadArgs["ctx"], toast: Toast) {
  setToast(ctx.web, toast);
  return redirect("/account/photo", 303);
}

/** A yes is to the text that was read on the page, a no to the one that is asked now. */
function say({ ctx, form }: UploadArgs, given: boolean): Promise<void> {
  const textVersion = given ? String(form.get("version") ?? "") : consentText("photo").version;
  return giveConsent(ctx, { purpose: "photo", textVersion, given });
}

async function save(args: UploadArgs) {
  const { ctx, form, uploads } = args;
  const sent = uploads.files.get(INPUT);
  if (sent?.small) {
    await setPhoto(ctx, { small: sent.small, large: sent });
    uploads.keep(INPUT);
  }
  const problems = problemsOf(ctx, uploads);
  if (problems) return refuseForm(replyTo(form, { fields: problems.fields }), problems.status);
  if (!sent) return refuseForm(replyTo(form, { fields: { [INPUT]: [{ key: "photo.choose" }] } }));
  if (form.get("consent") === "on") await say(args, true);
  return done(ctx, { key: "photo.saved" });
}

/** Runs what somebody asked of their own photo. */
export async function perform(args: UploadArgs) {
  const { ctx, intent } = args;
  switch (intent) {
    case "save":
      if (!hasPhoto(ctx.actor.ageBand)) throw new DomainError("forbidden");
      return save(args);
    case "show":
      await say(args, true);
      return done(ctx, { key: "photo.shown" });
    case "hide":
      await say(args, false);
      return done(ctx, { key: "photo.hidden" });
    case "remove":
      await removePhoto(ctx);
      return done(ctx, { key: "photo.removed" });
    default:
      throw new DomainError("invalid");
  }
}
