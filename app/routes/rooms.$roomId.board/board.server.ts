import { redirect } from "@remix-run/node";
import { promiseFromNote } from "~/domain/coaching/promise-from-note";
import type { Person } from "~/domain/kernel/actor";
import { DomainError } from "~/domain/kernel/errors";
import { groupSchema, roundSchema, timerSchema, wordSchema } from "~/domain/rooms/forms";
import { addGroup, changeGroup } from "~/domain/rooms/groups";
import { setTimer } from "~/domain/rooms/set-timer";
import { turnNoteIntoIdea, turnNoteIntoWord } from "~/domain/rooms/turn-note";
import { closeRound, openRound } from "~/domain/rooms/voting";
import type { WebCtx } from "~/web/ctx";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

export type Args = WriteArgs<WebCtx & { readonly actor: Person }>;

/** The next page, with a word of success. */
export function said(ctx: WebCtx, to: string, toast: Toast) {
  setToast(ctx.web, toast);
  return redirect(to, 303);
}

/** The thing a form names. */
export const idOf = (form: FormData): string => String(form.get("id") ?? "");

/** Groups, votes and the clock. */
export async function changeBoard({ ctx, form, intent }: Args, roomId: string, page: string) {
  switch (intent) {
    case "group": {
      const parsed = parseForm(form, groupSchema);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await addGroup(ctx, roomId, parsed.value);
      return redirect(page, 303);
    }
    case "rename": {
      const parsed = parseForm(form, groupSchema);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await changeGroup(ctx, idOf(form), parsed.value.title);
      return redirect(page, 303);
    }
    case "ungroup":
      await changeGroup(ctx, idOf(form), null);
      return redirect(page, 303);
    case "open_round": {
      const parsed = parseForm(form, roundSchema);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await openRound(ctx, roomId, parsed.value.votes);
      return redirect(page, 303);
    }
    case "close_round":
      await closeRound(ctx, roomId);
      return redirect(page, 303);
    case "timer": {
      const parsed = parseForm(form, timerSchema);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await setTimer(ctx, roomId, parsed.value.minutes);
      return redirect(page, 303);
    }
    case "stop_timer":
      await setTimer(ctx, roomId, null);
      return redirect(page, 303);
    default:
      throw new DomainError("invalid");
  }
}

/** Makes something of a note. */
export async function turn({ ctx, form, intent }: Args, page: string, id: string) {
  if (intent === "into_idea") {
    const { ideaId } = await turnNoteIntoIdea(ctx, id);
    return said(ctx, `/ideas/${ideaId}`, { key: "rooms.note.turned" });
  }
  if (intent === "into_action") {
    await promiseFromNote(ctx, id, String(form.get("ideaId") ?? ""));
    return said(ctx, page, { key: "rooms.note.turned" });
  }
  const parsed = parseForm(form, wordSchema);
  if (!parsed.ok) return refuseForm(parsed.reply);
  await turnNoteIntoWord(ctx, id, { into: intent === "into_need" ? "need" : "offer", ...parsed.value });
  return said(ctx, page, { key: "rooms.note.turned" });
}
