import { redirect } from "@remix-run/node";
import { addAction } from "~/domain/coaching/add-action";
import { cancelTalk } from "~/domain/coaching/cancel-talk";
import { editNote } from "~/domain/coaching/edit-note";
import { finishAction } from "~/domain/coaching/finish-action";
import { actionForm, cancelForm, dueForm, editNoteForm, moveForm, noteForm } from "~/domain/coaching/forms";
import { markHeld } from "~/domain/coaching/mark-held";
import { moveActionDue } from "~/domain/coaching/move-action-due";
import { moveTalk } from "~/domain/coaching/move-talk";
import { removeAction } from "~/domain/coaching/remove-action";
import { removeNote } from "~/domain/coaching/remove-note";
import { reopenAction } from "~/domain/coaching/reopen-action";
import { writeNote } from "~/domain/coaching/write-note";
import type { Person } from "~/domain/kernel/actor";
import { DomainError } from "~/domain/kernel/errors";
import type { WebCtx } from "~/web/ctx";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = WriteArgs<WebCtx & { readonly actor: Person }>;

function said(ctx: WebCtx, to: string, toast: Toast) {
  setToast(ctx.web, toast);
  return redirect(to, 303);
}

async function changeTalk({ ctx, form, intent }: Args, sessionId: string, page: string) {
  if (intent === "move") {
    const parsed = parseForm(form, moveForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await moveTalk(ctx, sessionId, parsed.value.slot);
    return said(ctx, page, { key: "coaching.moved" });
  }
  if (intent === "cancel") {
    const parsed = parseForm(form, cancelForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await cancelTalk(ctx, sessionId, parsed.value);
    return said(ctx, page, { key: "coaching.cancelled" });
  }
  await markHeld(ctx, sessionId, { absentIds: form.getAll("absent").filter((id) => typeof id === "string") });
  return said(ctx, page, { key: "coaching.held" });
}

async function changeNotes({ ctx, form, intent }: Args, sessionId: string, page: string) {
  const to = `${page}#notes`;
  if (intent === "note") {
    const parsed = parseForm(form, noteForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await writeNote(ctx, sessionId, parsed.value);
    return said(ctx, to, { key: "coaching.note.saved" });
  }
  if (intent === "edit_note") {
    const parsed = parseForm(form, editNoteForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await editNote(ctx, parsed.value.id, parsed.value);
    return said(ctx, to, { key: "coaching.note.saved" });
  }
  await removeNote(ctx, String(form.get("id") ?? ""));
  return said(ctx, to, { key: "coaching.note.removed" });
}

async function changeActions({ ctx, form, intent }: Args, sessionId: string, page: string) {
  const to = `${page}#actions`;
  const id = String(form.get("id") ?? "");
  if (intent === "action") {
    const parsed = parseForm(form, actionForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await addAction(ctx, sessionId, parsed.value);
    return said(ctx, to, { key: "coaching.action.added" });
  }
  if (intent === "due") {
    const parsed = parseForm(form, dueForm);
    if (!parsed.ok) return refuseForm(parsed.reply);
    await moveActionDue(ctx, parsed.value.id, parsed.value.dueDay);
    return said(ctx, to, { key: "coaching.action.moved" });
  }
  if (intent === "finish") {
    await finishAction(ctx, id);
    return said(ctx, to, { key: "coaching.action.finished", undo: { action: page, intent: "reopen", id } });
  }
  if (intent === "reopen") {
    await reopenAction(ctx, id);
    return said(ctx, to, { key: "coaching.action.reopened" });
  }
  await removeAction(ctx, id);
  return said(ctx, to, { key: "coaching.action.removed" });
}

/** Runs what somebody asked on the page of a talk. */
export async function perform(args: Args, sessionId: string) {
  const page = `/coaching/session/${sessionId}`;
  const { intent } = args;
  switch (intent) {
    case "move":
    case "cancel":
    case "held":
      return changeTalk(args, sessionId, page);
    case "note":
    case "edit_note":
    case "remove_note":
      return changeNotes(args, sessionId, page);
    case "action":
    case "due":
    case "finish":
    case "reopen":
    case "remove_action":
      return changeActions(args, sessionId, page);
    default:
      throw new DomainError("invalid");
  }
}
