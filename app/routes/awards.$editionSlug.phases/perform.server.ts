import { redirect } from "@remix-run/node";
import { beginNextPhase } from "~/domain/awards/begin-next-phase";
import { extendEntry } from "~/domain/awards/extend-entry";
import { extensionForm, graceForm, momentOf, nextPhaseForm, phaseEndForm } from "~/domain/awards/forms";
import type { Edition } from "~/domain/awards/load";
import { movePhaseEnd } from "~/domain/awards/move-phase-end";
import { setGrace } from "~/domain/awards/set-grace";
import { DomainError, isDomainError } from "~/domain/kernel/errors";
import { parseForm, replyTo } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = Pick<WriteArgs, "ctx" | "form" | "intent">;

/** Runs what the organiser asked on the page of the phases. */
export async function perform(args: Args, { slug: editionSlug, campus }: Edition) {
  const { ctx, form, intent } = args;
  const { zone } = campus;
  switch (intent) {
    case "next": {
      const parsed = parseForm(form, nextPhaseForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await beginNextPhase(ctx, { editionSlug, from: parsed.value.from });
      return said(args, editionSlug, { key: "edition.phases.begun" });
    }
    case "move_end": {
      const parsed = parseForm(form, phaseEndForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      const { phase, until } = parsed.value;
      return orField(args, "until", "edition.phases.end_wrong", async () => {
        await movePhaseEnd(ctx, { editionSlug, phase, until: momentOf(zone, until, "until") });
        return said(args, editionSlug, { key: "edition.phases.end_moved" });
      });
    }
    case "extend": {
      const parsed = parseForm(form, extensionForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      const { entryId, until } = parsed.value;
      return orField(args, "until", "edition.extend.wrong", async () => {
        await extendEntry(ctx, { editionSlug, entryId, until: momentOf(zone, until, "until") });
        return said(args, editionSlug, { key: "edition.extend.done" });
      });
    }
    case "grace": {
      const parsed = parseForm(form, graceForm);
      if (!parsed.ok) return refuseForm(parsed.reply);
      return orField(args, "seconds", "edition.grace.wrong", async () => {
        await setGrace(ctx, { editionSlug, seconds: parsed.value.seconds });
        return said(args, editionSlug, { key: "edition.grace.done" });
      });
    }
    default:
      throw new DomainError("invalid");
  }
}

function said({ ctx }: Args, slug: string, toast: Toast) {
  setToast(ctx.web, toast);
  return redirect(`/awards/${slug}/phases`, 303);
}

/** Shows a value the domain does not take beside its field, in words of this page. */
async function orField<T>({ form }: Args, field: string, key: Toast["key"], act: () => Promise<T>) {
  try {
    return await act();
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "invalid" || thrown.params.field !== field) throw thrown;
    return refuseForm(replyTo(form, { fields: { [field]: [{ key }] } }));
  }
}
