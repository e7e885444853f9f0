import { redirect } from "@remix-run/node";
import { declareConflict } from "~/domain/awards/declare-conflict";
import { explainRecusal } from "~/domain/awards/explain-recusal";
import { conflictForm } from "~/domain/awards/forms";
import { addAbsence } from "~/domain/awards/panel/add-absence";
import { absenceForm, memberForm, oneForm, reasonForm, recusalForm, wishForm } from "~/domain/awards/panel/forms";
import { removeAbsence } from "~/domain/awards/panel/remove-absence";
import { setMember } from "~/domain/awards/panel/set-member";
import { setWish } from "~/domain/awards/panel/set-wish";
import { undoRecusal } from "~/domain/awards/undo-recusal";
import type { Person } from "~/domain/kernel/actor";
import type { WebCtx } from "~/web/ctx";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = WriteArgs<WebCtx & { readonly actor: Person }>;

/** Runs what a juror asked of their part in the jury; without an intent it declares a conflict. */
export async function perform(args: Args, editionSlug: string) {
  const { ctx, form, intent } = args;
  const personId = ctx.actor.personId;
  switch (intent) {
    case "member": {
      const parsed = parseForm(form, memberForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await setMember(ctx, { editionSlug, ...parsed.value, personId });
      return said(ctx, editionSlug, { key: "jury.saved" });
    }
    case "absence": {
      const parsed = parseForm(form, absenceForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await addAbsence(ctx, { editionSlug, ...parsed.value, personId });
      return said(ctx, editionSlug, { key: "jury.saved" });
    }
    case "absence_remove": {
      const parsed = parseForm(form, oneForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await removeAbsence(ctx, { editionSlug, absenceId: parsed.value.id });
      return said(ctx, editionSlug, { key: "jury.saved" });
    }
    case "wish": {
      const parsed = parseForm(form, wishForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await setWish(ctx, { editionSlug, entryId: parsed.value.entryId, ratherNot: parsed.value.ratherNot === "yes" });
      return said(ctx, editionSlug, { key: "jury.wished" });
    }
    default:
      return aboutConflict(args, editionSlug);
  }
}

async function aboutConflict({ ctx, form, intent }: Args, editionSlug: string) {
  switch (intent) {
    case "undo_recuse": {
      const parsed = parseForm(form, recusalForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await undoRecusal(ctx, parsed.value);
      return said(ctx, editionSlug, { key: "jury.recuse_undone" });
    }
    case "reason": {
      const parsed = parseForm(form, reasonForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await explainRecusal(ctx, parsed.value);
      return said(ctx, editionSlug, { key: "jury.wished" });
    }
    default: {
      const parsed = parseForm(form, conflictForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await declareConflict(ctx, { ...parsed.value, jurorId: ctx.actor.personId });
      return said(ctx, editionSlug, { key: "awards.conflict.noted" });
    }
  }
}

function said(ctx: WebCtx, editionSlug: string, toast: Toast) {
  setToast(ctx.web, toast);
  return redirect(`/awards/${editionSlug}/jury`, 303);
}
