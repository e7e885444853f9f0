import { redirect } from "@remix-run/node";
import { comparingForm } from "~/domain/awards/compare/forms";
import { setComparing } from "~/domain/awards/compare/set-comparing";
import { addAbsence } from "~/domain/awards/panel/add-absence";
import type { PlanEdit } from "~/domain/awards/panel/change-plan";
import { changePlan } from "~/domain/awards/panel/change-plan";
import { draftPlan } from "~/domain/awards/panel/draft-plan";
import { dropPlan } from "~/domain/awards/panel/drop-plan";
import { absenceForm, choiceForm, memberForm, oneForm, peersForm, planForm, recomputeForm } from "~/domain/awards/panel/forms";
import { PLAN_ACTS } from "~/domain/awards/panel/plan";
import { publishPlan } from "~/domain/awards/panel/publish-plan";
import { removeAbsence } from "~/domain/awards/panel/remove-absence";
import { setMember } from "~/domain/awards/panel/set-member";
import { setPeers } from "~/domain/awards/panel/set-peers";
import { DomainError } from "~/domain/kernel/errors";
import { hours } from "~/domain/kernel/time";
import { parseForm } from "~/web/forms";
import { computePlanNow } from "~/web/jury-plan";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import { limitRate } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = Pick<WriteArgs, "ctx" | "form" | "intent">;

/** Each of these computes an optimum. */
const COMPUTE_RATE = { name: "jury-plan", limit: 200, ipLimit: 400, windowMs: hours(1) };

/** Runs what the organiser asked of the jury of an edition. */
export async function perform(args: Args, editionSlug: string) {
  const { ctx, form, intent } = args;
  const page = `/awards/${editionSlug}/panel`;
  const act = PLAN_ACTS.find((one) => one === intent);
  if (act) {
    const parsed = parseForm(form, choiceForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    const { id, revision, ...pair } = parsed.value;
    return change(args, page, { id, revision }, { act, ...pair }, `?entry=${pair.entryId}#entry-${pair.entryId}`);
  }
  switch (intent) {
    case "draft": {
      await limitRate(ctx, COMPUTE_RATE, ctx.actor.personId ?? undefined);
      const { planId, atOnce } = await draftPlan(ctx, { editionSlug });
      if (atOnce) await computePlanNow(ctx, planId);
      return said(args, `${page}#plan`);
    }
    case "recompute": {
      const parsed = parseForm(form, recomputeForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      const { id, revision, ...wishes } = parsed.value;
      return change(args, page, { id, revision }, { act: "recompute", ...wishes }, "#plan");
    }
    case "publish": {
      const parsed = parseForm(form, planForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      const done = await publishPlan(ctx, parsed.value.id, { revision: parsed.value.revision });
      return said(args, `${page}#people`, { key: "jury.published", params: { ...done } });
    }
    case "drop": {
      const parsed = parseForm(form, oneForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await dropPlan(ctx, parsed.value.id);
      return said(args, `${page}#plan`, { key: "jury.dropped" });
    }
    default:
      return aboutJuror(args, page, editionSlug);
  }
}

function said({ ctx }: Args, to: string, toast?: Toast) {
  if (toast) setToast(ctx.web, toast);
  return redirect(to, 303);
}

async function change(args: Args, page: string, plan: { id: string; revision: number }, edit: PlanEdit, anchor: string) {
  const { ctx } = args;
  await limitRate(ctx, COMPUTE_RATE, ctx.actor.personId ?? undefined);
  const { atOnce } = await changePlan(ctx, plan.id, { revision: plan.revision, edit });
  if (atOnce) await computePlanNow(ctx, plan.id);
  return said(args, page + anchor);
}

async function aboutJuror(args: Args, page: string, editionSlug: string) {
  const { ctx, form, intent } = args;
  switch (intent) {
    case "peers": {
      const parsed = parseForm(form, peersForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await setPeers(ctx, { editionSlug, shown: parsed.value.shown === "on" });
      return said(args, `${page}#people`, { key: "jury.saved" });
    }
    case "comparing": {
      const parsed = parseForm(form, comparingForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await setComparing(ctx, { editionSlug, on: parsed.value.on === "on" });
      return said(args, `${page}#people`, { key: "jury.saved" });
    }
    case "member": {
      const parsed = parseForm(form, memberForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await setMember(ctx, { editionSlug, ...parsed.value });
      return said(args, `${page}#people`, { key: "jury.saved" });
    }
    case "absence": {
      const parsed = parseForm(form, absenceForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await addAbsence(ctx, { editionSlug, ...parsed.value });
      return said(args, `${page}?juror=${parsed.value.personId}#people`, { key: "jury.saved" });
    }
    case "absence_remove": {
      const parsed = parseForm(form, oneForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await removeAbsence(ctx, { editionSlug, absenceId: parsed.value.id });
      return said(args, `${page}#people`, { key: "jury.saved" });
    }
    default:
      throw new DomainError("invalid");
  }
}
