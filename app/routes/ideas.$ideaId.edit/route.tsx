import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { archiveIdea } from "~/domain/ideas/archive-idea";
import { discardDraft } from "~/domain/ideas/discard-draft";
import { editIdea } from "~/domain/ideas/edit-idea";
import { draftSchema, editSchema } from "~/domain/ideas/forms";
import { restoreIdea } from "~/domain/ideas/restore-idea";
import { saveDraft } from "~/domain/ideas/save-draft";
import { isDomainError } from "~/domain/kernel/errors";
import { keepTyping } from "~/ui/forms/keep-typing";
import { unlessAutosave } from "~/ui/forms/unless-autosave";
import type { PageHandle } from "~/ui/page-title";
import { parseForm, replyTo } from "~/web/forms";
import { messageFor, refuseForm } from "~/web/respond";
import { definePersonAction, definePersonLoader } from "~/web/route";
import { recognise } from "~/web/taxonomy";
import { setToast } from "~/web/toast";
import { editView } from "./edit.server";
import { Editor } from "./Editor";

export const handle: PageHandle = { title: "ideas.edit.title" };
export const shouldRevalidate = unlessAutosave;

export const loader = definePersonLoader(async ({ ctx, params }) => editView(ctx, params.ideaId ?? ""));

export const action = definePersonAction(async ({ ctx, form, intent, params }) => {
  const ideaId = params.ideaId ?? "";
  const here = `/ideas/${ideaId}/edit`;
  if (intent === "archive") {
    await archiveIdea(ctx, ideaId);
    setToast(ctx.web, { key: "ideas.edit.archived", undo: { action: here, intent: "restore" } });
    return redirect(`/ideas/${ideaId}`, 303);
  }
  if (intent === "restore") {
    await restoreIdea(ctx, ideaId);
    setToast(ctx.web, { key: "ideas.edit.restored" });
    return redirect(`/ideas/${ideaId}`, 303);
  }
  if (intent === "discard") {
    await discardDraft(ctx, { draftId: String(form.get("draftId") ?? "") });
    return redirect(here, 303);
  }
  if (intent === "autosave" || intent === "more_rows") {
    const parsed = parseForm(form, draftSchema);
    if (!parsed.ok) return refuseForm(parsed.reply);
    const saved = await saveDraft(ctx, { ...parsed.value, draftId: undefined, ideaId });
    return data({ reply: null, done: null, saved: { ...saved, at: ctx.now.toISOString() } });
  }
  const parsed = parseForm(form, editSchema);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { content, ...input } = parsed.value;
  try {
    const { no, changed } = await editIdea(ctx, ideaId, {
      ...input,
      content: { ...content, needs: await recognise(ctx, content.needs), offers: await recognise(ctx, content.offers) },
    });
    setToast(ctx.web, changed ? { key: "ideas.edit.saved", params: { no } } : { key: "ideas.edit.unchanged" });
    return redirect(`/ideas/${ideaId}`, 303);
  } catch (thrown) {
    if (!isDomainError(thrown) || thrown.code !== "stale") throw thrown;
    return data(
      { reply: replyTo(form, { form: [messageFor(thrown)] }), done: null, stale: { current: Number(thrown.params.current) } },
      { status: 409 },
    );
  }
});

export const clientAction = keepTyping;

export default function Edit() {
  const view = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Editor view={view} reply={answer?.reply ?? null} stale={(answer as { stale?: { current: number } } | undefined)?.stale ?? null} />
  );
}
