import { redirect } from "@remix-run/node";
import type { RubricChange } from "~/domain/awards/rubrics/change";
import { changeRubric } from "~/domain/awards/rubrics/change-rubric";
import { criterionForm, nameForm, weightsForm } from "~/domain/awards/rubrics/forms";
import type { RubricPage } from "~/domain/awards/rubrics/queries";
import { besideField } from "~/web/beside";
import { parseForm } from "~/web/forms";
import { orderChange } from "~/web/order";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = Pick<WriteArgs, "ctx" | "form" | "intent">;

/** Runs what the organiser asked on the page of a rubric. */
export async function perform(args: Args, page: RubricPage) {
  const { form, intent } = args;
  const code = String(form.get("code") ?? "");
  switch (intent.split(":")[0]) {
    case "rename": {
      const parsed = parseForm(form, nameForm);
      return parsed.ok ? change(args, page, { do: "rename", ...parsed.value }) : refuseForm(parsed.reply);
    }
    case "criterion":
      return criterion(args, page);
    case "weights":
    case "weights_even":
    case "weights_rest":
      return weights(args, page);
    default:
      return change(args, page, { ...orderChange(intent), code });
  }
}

async function criterion(args: Args, page: RubricPage) {
  const parsed = parseForm(args.form, criterionForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const [, code = "new"] = args.intent.split(":");
  return change(args, page, { do: "criterion", ...(code === "new" ? {} : { code }), criterion: parsed.value });
}

async function weights(args: Args, page: RubricPage) {
  const counted = page.criteria.filter((one) => one.counted).map(({ code }) => code);
  const parsed = parseForm(args.form, weightsForm(counted));
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { weight = {}, rest = "" } = parsed.value;
  const then = args.intent === "weights_even" ? "even" : args.intent === "weights_rest" ? { restTo: rest } : undefined;
  return change(args, page, { do: "weights", weights: weight, ...(then === undefined ? {} : { then }) });
}

async function change({ ctx, form }: Args, { edition, versionId }: RubricPage, what: RubricChange) {
  return besideField(
    form,
    async () => {
      const done = await changeRubric(ctx, { editionSlug: edition.slug, versionId, change: what });
      const params = { no: done.no, count: done.staying };
      if (!done.made) setToast(ctx.web, { key: "editor.saved" });
      else setToast(ctx.web, { key: done.staying > 0 ? "rubrics.version_made_staying" : "rubrics.version_made", params });
      return redirect(`/awards/${edition.slug}/rubrics/${done.versionId}`, 303);
    },
    (field, code) => (code === "invalid" ? wordsOf(field) : undefined),
  );
}

const WRONG: Readonly<Record<string, Toast["key"]>> = {
  name: "rubrics.name_wrong",
  question: "rubrics.question_wrong",
  weights: "rubrics.weights_wrong",
  weight: "rubrics.weight_wrong",
  counted: "rubrics.counted_wrong",
  criteria: "rubrics.criteria_wrong",
};

function wordsOf(field: string): Toast["key"] | undefined {
  const [first = "", , part = ""] = field.split(".");
  if (first !== "levels") return WRONG[first];
  if (part === "points") return "rubrics.points_rise";
  return part === "" ? "rubrics.levels_wrong" : "rubrics.level_wrong";
}
