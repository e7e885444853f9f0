import { redirect } from "@remix-run/node";
import { assessIdea } from "~/domain/awards/assessing/assess-idea";
import { assessmentForm } from "~/domain/awards/assessing/forms";
import { scoresIn } from "~/domain/awards/form-parts";
import { hideAssessment } from "~/domain/awards/assessing/hide-assessment";
import { growthPage } from "~/domain/awards/assessing/queries";
import { takeBackAssessment } from "~/domain/awards/assessing/take-back-assessment";
import { DomainError } from "~/domain/kernel/errors";
import { besideField } from "~/web/beside";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";

type Args = Pick<WriteArgs, "ctx" | "form" | "intent">;

/** Runs what was asked on the page of how an idea grew. */
export async function perform(args: Args, ideaId: string) {
  const { ctx, form, intent } = args;
  const assessmentId = String(form.get("id") ?? "");
  // Whoever sees nothing of it has no such page, so no act of it either.
  const wanted = String(form.get("rubric") ?? "");
  const page = await growthPage(viewOf(ctx), ideaId, wanted);
  switch (intent) {
    case "assess": {
      if (page.side === "reported") throw new DomainError("forbidden");
      if (page.chosen === null) throw new DomainError("conflict");
      const { key, criteria } = page.chosen;
      // A choice that is none of this campus would be read as another rubric.
      if (key !== wanted) throw new DomainError("invalid");
      const codes = criteria.map(({ code }) => code);
      const parsed = parseForm(form, assessmentForm(codes));
      if (!parsed.ok) return refuseForm(parsed.reply);
      const [kind, id = ""] = key.split(":");
      const input = {
        ideaId,
        rubric: kind === "library" ? { library: id } : { versionId: id },
        scores: scoresIn(parsed.value, codes),
        note: parsed.value.note,
        lang: ctx.actor.locale,
      };
      return besideField(
        form,
        async () => {
          await assessIdea(ctx, input);
          return said(args, ideaId, { key: "growth.kept" });
        },
        (field) => (field === "scores" ? "growth.scores_wrong" : undefined),
      );
    }
    case "take_back":
      await takeBackAssessment(ctx, { assessmentId });
      return said(args, ideaId, {
        key: "growth.taken_back",
        undo: { action: `/ideas/${ideaId}/growth`, intent: "put_back", id: assessmentId },
      });
    case "put_back":
      await takeBackAssessment(ctx, { assessmentId, back: true });
      return said(args, ideaId, { key: "growth.put_back_done" });
    case "unhide":
      await hideAssessment(ctx, assessmentId, "show");
      return said(args, ideaId, { key: "campus.hidden.shown" });
    default:
      throw new DomainError("invalid");
  }
}

function said({ ctx }: Args, ideaId: string, toast: Toast) {
  setToast(ctx.web, toast);
  return redirect(`/ideas/${ideaId}/growth`, 303);
}
