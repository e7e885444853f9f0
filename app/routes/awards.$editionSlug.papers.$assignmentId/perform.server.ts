import { redirect } from "@remix-run/node";
import { scoresIn } from "~/domain/awards/form-parts";
import { sheetForm } from "~/domain/awards/forms";
import { dropPaper } from "~/domain/awards/paper/drop-paper";
import { revisionForm } from "~/domain/awards/paper/forms";
import { paperPage } from "~/domain/awards/paper/queries";
import { readPaper } from "~/domain/awards/paper/read-paper";
import { settlePaper } from "~/domain/awards/paper/settle-paper";
import { DomainError, isDomainError } from "~/domain/kernel/errors";
import { parseForm, replyTo } from "~/web/forms";
import { messageFor, refuseForm, STATUS_OF } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import { setToast } from "~/web/toast";
import { viewOf } from "~/web/view";

type Args = Pick<WriteArgs, "ctx" | "form" | "intent">;

/** Does what was asked with a paper sheet; for whoever may not type it there is none ("not_found"). */
export async function perform({ ctx, form, intent }: Args, slug: string, assignmentId: string) {
  const { criteria, own } = await paperPage(viewOf(ctx), assignmentId, ctx.now);
  const codes = criteria.map(({ code }) => code);
  const list = own ? `/awards/${slug}/jury` : `/awards/${slug}/papers`;
  const here = `/awards/${slug}/papers/${assignmentId}`;
  const to = (state: "waiting" | "differs" | "counted"): string => (state === "differs" ? here : list);
  try {
    switch (intent) {
      case "type": {
        const parsed = parseForm(form, sheetForm(codes));
        if (!parsed.ok) return refuseForm(parsed.reply);
        const { revision, feedback, juryNote } = parsed.value;
        const { state } = await readPaper(ctx, { assignmentId, revision, scores: scoresIn(parsed.value, codes), feedback, juryNote });
        setToast(ctx.web, { key: `paper.done.${state}` });
        return redirect(to(state), 303);
      }
      case "settle": {
        const parsed = parseForm(form, revisionForm);
        if (!parsed.ok) return refuseForm(parsed.reply);
        const choices = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
        const { state } = await settlePaper(ctx, { assignmentId, revision: parsed.value.revision, choices });
        setToast(ctx.web, { key: state === "differs" ? "paper.done.still" : `paper.done.${state}` });
        return redirect(to(state), 303);
      }
      case "drop": {
        const parsed = parseForm(form, revisionForm);
        if (!parsed.ok) return refuseForm(parsed.reply);
        await dropPaper(ctx, { assignmentId, revision: parsed.value.revision });
        setToast(ctx.web, { key: "paper.done.dropped" });
        return redirect(list, 303);
      }
      default:
        throw new DomainError("invalid");
    }
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "sheet_incomplete") throw thrown;
    const missing = String(thrown.params.fields ?? "").split(" ");
    const fields = Object.fromEntries(missing.map((field) => [field, [{ key: messageOf(field) }]]));
    return refuseForm(replyTo(form, { fields, form: [messageFor(thrown)] }), STATUS_OF.sheet_incomplete);
  }
}

const messageOf = (field: string) =>
  field.startsWith("level.") ? ("awards.sheet.level_missing" as const) : ("awards.sheet.comment_missing" as const);
