import { redirect } from "@remix-run/node";

import { declareConflict } from "~/domain/awards/declare-conflict";
import { conflictForm, jurorForm, phasesForm, phasesOf } from "~/domain/awards/forms";
import { inviteJuror } from "~/domain/awards/invite-juror";
import { removeJuror } from "~/domain/awards/remove-juror";
import { updatePhases } from "~/domain/awards/update-phases";
import { withdrawInvite } from "~/domain/identity/withdraw-invite";
import { DomainError, isDomainError } from "~/domain/kernel/errors";
import { hours } from "~/domain/kernel/time";
import { parseForm, replyTo } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import { limitRate } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = Pick<WriteArgs, "ctx" | "form" | "intent">;

/** A jury may be invited in one go, a mailing list may not. */
const INVITE_RATE = { name: "juror-invite", limit: 60, ipLimit: 200, windowMs: hours(1) };

/** Runs what the organiser of an edition asked. */
export async function perform(args: Args, editionSlug: string, zone: string) {
  const { ctx, form, intent } = args;
  const id = String(form.get("id") ?? "");
  switch (intent) {
    case "phases":
      return changePhases(args, editionSlug, zone);
    case "invite_juror":
      return invite(args, editionSlug);
    case "withdraw_invite":
      await withdrawInvite(ctx, id);
      return said(args, editionSlug, "jury", { key: "campus.invite.withdrawn" });
    case "remove_juror":
      await removeJuror(ctx, { editionSlug, personId: id });
      return said(args, editionSlug, "jury", { key: "awards.manage.juror_removed" });
    case "conflict": {
      const parsed = parseForm(form, conflictForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await declareConflict(ctx, parsed.value);
      return said(args, editionSlug, "assigning", { key: "awards.conflict.noted" });
    }
    default:
      throw new DomainError("invalid");
  }
}

function said({ ctx }: Args, slug: string, part: string, toast: Toast) {
  setToast(ctx.web, toast);
  return redirect(`/awards/${slug}/manage#${part}`, 303);
}

async function changePhases(args: Args, editionSlug: string, zone: string) {
  const { ctx, form } = args;
  const parsed = parseForm(form, phasesForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  try {
    await updatePhases(ctx, { editionSlug, phases: phasesOf(parsed.value, zone) });
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.params.field !== "phases") throw thrown;
    return refuseForm(replyTo(form, { fields: { phases: [{ key: "awards.manage.phases_wrong" }] } }));
  }
  return said(args, editionSlug, "phases", { key: "awards.manage.phases_saved" });
}

async function invite(args: Args, editionSlug: string) {
  const { ctx, form } = args;
  const parsed = parseForm(form, jurorForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await limitRate(ctx, INVITE_RATE, ctx.actor.personId ?? undefined);
  try {
    await inviteJuror(ctx, { editionSlug, ...parsed.value });
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "already_done") throw thrown;
    return refuseForm(replyTo(form, { fields: { email: [{ key: "awards.manage.juror_already" }] } }), 409);
  }
  return said(args, editionSlug, "jury", { key: "campus.invite.sent", params: { email: parsed.value.email } });
}
