import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { draftSchema, plantSchema } from "~/domain/ideas/forms";
import { plantIdea } from "~/domain/ideas/plant-idea";
import { isPerson } from "~/domain/kernel/actor";
import { keepTyping } from "~/ui/forms/keep-typing";
import { unlessAutosave } from "~/ui/forms/unless-autosave";
import type { PageHandle } from "~/ui/page-title";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { defineAction, defineLoader } from "~/web/route";
import { setToast } from "~/web/toast";
import { draftAsForm } from "./draft-form.server";
import { onlyFields, openDraft, plantView, sentFields, stepFields, storeDraft } from "./draft.server";
import { Wizard } from "./Wizard";

export const handle: PageHandle = { title: "plant.title" };

export const shouldRevalidate = unlessAutosave;

export const loader = defineLoader(async ({ ctx, request }) => plantView(ctx, request, await openDraft(ctx, request)));

export const action = defineAction(async ({ ctx, request, form, intent }) => {
  const step = Number(form.get("step")) || 1;
  const parsed = parseForm(form, draftSchema);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const saved = await storeDraft(ctx, request, parsed.value, sentFields(step, parsed.value.content));
  if (intent === "autosave" || intent === "more_rows")
    return { reply: null, saved: { draftId: saved.draftId, revision: saved.revision, at: ctx.now.toISOString() } };
  const at = (next: number) => `/plant?step=${next}${isPerson(ctx.actor) ? `&draft=${saved.draftId}` : ""}`;
  if (intent === "back") return redirect(at(Math.max(1, step - 1)), 303);

  const whole = parseForm(draftAsForm(saved.content, saved.draftId), plantSchema);
  if (!whole.ok) {
    const here = onlyFields(whole.reply, stepFields(step));
    if (here !== null) return refuseForm({ ...here, intent });
    if (step === 3) return redirect(at("title" in whole.reply.fields || "pitch" in whole.reply.fields ? 1 : 2), 303);
  }
  if (step < 3) return redirect(at(step + 1), 303);
  if (!isPerson(ctx.actor)) return redirect("/sign-up", 303);
  if (!whole.ok) return refuseForm({ ...whole.reply, intent });
  const { draftId, ...input } = whole.value;
  const { ideaId } = await plantIdea(ctx, input, { draftId });
  setToast(ctx.web, { key: "plant.done" });
  return redirect(`/ideas/${ideaId}`, 303);
});

export const clientAction = keepTyping;

export default function Plant() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <Wizard view={view} reply={answer?.reply ?? null} />;
}
