import { redirect } from "@remix-run/node";
import { applyTieRule } from "~/domain/awards/apply-tie-rule";
import { decide } from "~/domain/awards/decide";
import { decisionForm } from "~/domain/awards/forms";
import { publish } from "~/domain/awards/publish";
import { undoDecision } from "~/domain/awards/undo-decision";
import { DomainError } from "~/domain/kernel/errors";
import { parseForm, replyTo } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";
import { verdicts } from "~/web/verdicts";

type Args = Pick<WriteArgs, "ctx" | "form" | "intent">;

/** Runs what the organiser of an edition asked about its result. */
export async function perform(args: Args, editionSlug: string) {
  const { ctx, form, intent } = args;
  switch (intent) {
    case "decide": {
      const parsed = parseForm(form, decisionForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      const { corrected } = await decide(ctx, { editionSlug, ...parsed.value });
      return said(args, editionSlug, { key: corrected ? "awards.manage.corrected" : "awards.manage.decided" });
    }
    case "undo":
      await undoDecision(ctx, { decisionId: String(form.get("id") ?? "") });
      return said(args, editionSlug, { key: "awards.manage.undone" });
    case "tie":
    case "lot":
      await applyTieRule(ctx, { editionSlug, entryId: String(form.get("id") ?? ""), lot: intent === "lot" }, verdicts(ctx, { wait: true }));
      return said(args, editionSlug, { key: intent === "lot" ? "result.tie.drawn" : "result.tie.applied" });
    case "publish":
      return makePublic(args, editionSlug);
    default:
      throw new DomainError("invalid");
  }
}

function said({ ctx }: Args, slug: string, toast: Toast) {
  setToast(ctx.web, toast);
  return redirect(`/awards/${slug}/result`, 303);
}

async function makePublic({ ctx, form }: Args, editionSlug: string) {
  if (form.get("sure") !== "on") return refuseForm(replyTo(form, { fields: { sure: [{ key: "awards.manage.sure_needed" }] } }));
  await publish(ctx, { editionSlug, keepDrafts: form.get("keepDrafts") === "on" });
  setToast(ctx.web, { key: "awards.manage.published_now" });
  return redirect(`/awards/${editionSlug}/winners`, 303);
}
