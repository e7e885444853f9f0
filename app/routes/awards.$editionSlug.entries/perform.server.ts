import { redirect } from "@remix-run/node";
import { rulesForm, rulingForm } from "~/domain/awards/forms";
import { ruleEntry } from "~/domain/awards/rule-entry";
import { setRules } from "~/domain/awards/set-rules";
import { DomainError, isDomainError } from "~/domain/kernel/errors";
import { parseForm, replyTo } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = Pick<WriteArgs, "ctx" | "form" | "intent">;

/** Runs what the organiser asked on the page that checks entries. Each entry has a form of its own: the intent names it. */
export async function perform(args: Args, editionSlug: string) {
  const { ctx, form, intent } = args;
  if (intent === "rules") {
    const parsed = parseForm(form, rulesForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    try {
      await setRules(ctx, { editionSlug, rules: parsed.value });
    } catch (thrown) {
      if (!isDomainError(thrown) || thrown.code !== "invalid") throw thrown;
      return refuseForm(replyTo(form, { fields: { teamMax: [{ key: "edition.rules.wrong" }] } }));
    }
    return said(args, editionSlug, { key: "edition.rules.saved" });
  }
  if (!intent.startsWith("rule:")) throw new DomainError("invalid");
  const parsed = parseForm(form, rulingForm);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await ruleEntry(ctx, { editionSlug, ...parsed.value });
  return said(args, editionSlug, { key: "edition.ruling.done" });
}

function said({ ctx }: Args, slug: string, toast: Toast) {
  setToast(ctx.web, toast);
  return redirect(`/awards/${slug}/entries`, 303);
}
