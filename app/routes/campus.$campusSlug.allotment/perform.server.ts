import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { Campus } from "~/domain/campus/queries";
import { CHOICE_ACTS } from "~/domain/coaching/allotment/allotment";
import { applyAllotment } from "~/domain/coaching/allotment/apply-allotment";
import { changeAllotment } from "~/domain/coaching/allotment/change-allotment";
import type { AllotmentChange } from "~/domain/coaching/allotment/change-allotment";
import { draftAllotment } from "~/domain/coaching/allotment/draft-allotment";
import { dropAllotment } from "~/domain/coaching/allotment/drop-allotment";
import { endRelation } from "~/domain/coaching/allotment/end-relation";
import type { Person } from "~/domain/kernel/actor";
import { DomainError } from "~/domain/kernel/errors";
import { hours } from "~/domain/kernel/time";
import { computeNow } from "~/web/allotment";
import type { WebCtx } from "~/web/ctx";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import { limitRate } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = WriteArgs<WebCtx & { readonly actor: Person }>;

/** Each of these computes an optimum. */
const COMPUTE_RATE = { name: "allotment", limit: 200, ipLimit: 400, windowMs: hours(1) };

const id = z.string("error.field.required").regex(/^[\w-]{1,64}$/, "error.field.choice");
const draftOf = {
  id,
  revision: z
    .string("error.field.required")
    .regex(/^\d{1,9}$/, "error.field.invalid")
    .transform(Number),
};
const shapes = {
  draft: z.object({ withExperts: z.literal("on").optional() }),
  recompute: z.object({ ...draftOf, withExperts: z.literal("on").optional() }),
  choose: z.object({ ...draftOf, ideaId: id, coachId: id }),
  one: z.object({ id }),
  apply: z.object(draftOf),
};

function said(ctx: WebCtx, to: string, toast?: Toast) {
  if (toast) setToast(ctx.web, toast);
  return redirect(to, 303);
}

async function change({ ctx }: Args, page: string, draft: { id: string; revision: number }, wanted: AllotmentChange, anchor = "") {
  await limitRate(ctx, COMPUTE_RATE, ctx.actor.personId);
  const { atOnce } = await changeAllotment(ctx, draft.id, { revision: draft.revision, change: wanted });
  if (atOnce) await computeNow(ctx, draft.id);
  return said(ctx, page + anchor);
}

/** Runs what was asked of the allotment of a campus. */
export async function perform(args: Args, campus: Campus) {
  const { ctx, form, intent } = args;
  const page = `/campus/${campus.slug}/allotment`;
  const act = CHOICE_ACTS.find((one) => one === intent);
  if (act) {
    const parsed = parseForm(form, shapes.choose);
    if (!parsed.ok) return refuseForm(parsed.reply);
    const { ideaId, coachId, ...draft } = parsed.value;
    return change(args, page, draft, { act, ideaId, coachId }, `#idea-${ideaId}`);
  }
  switch (intent) {
    case "draft": {
      const parsed = parseForm(form, shapes.draft);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await limitRate(ctx, COMPUTE_RATE, ctx.actor.personId);
      const begun = await draftAllotment(ctx, { campusId: campus.id, withExperts: parsed.value.withExperts === "on" });
      if (begun.atOnce) await computeNow(ctx, begun.allotmentId);
      return said(ctx, page);
    }
    case "recompute": {
      const parsed = parseForm(form, shapes.recompute);
      if (!parsed.ok) return refuseForm(parsed.reply);
      return change(args, page, parsed.value, { act: "recompute", withExperts: parsed.value.withExperts === "on" });
    }
    case "apply": {
      const parsed = parseForm(form, shapes.apply);
      if (!parsed.ok) return refuseForm(parsed.reply);
      const { given } = await applyAllotment(ctx, parsed.value.id, { revision: parsed.value.revision });
      return said(ctx, page, { key: "coaching.allot.applied", params: { count: given } });
    }
    case "drop":
    case "end": {
      const parsed = parseForm(form, shapes.one);
      if (!parsed.ok) return refuseForm(parsed.reply);
      if (intent === "drop") await dropAllotment(ctx, parsed.value.id);
      else await endRelation(ctx, parsed.value.id);
      return said(ctx, page, { key: intent === "drop" ? "coaching.allot.dropped" : "coaching.allot.ended" });
    }
    default:
      throw new DomainError("invalid");
  }
}
