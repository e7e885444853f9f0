import { redirect } from "@remix-run/node";
import type { Person } from "~/domain/kernel/actor";
import { DomainError } from "~/domain/kernel/errors";
import { answerMeeting } from "~/domain/rooms/answer-meeting";
import { blockInRoom } from "~/domain/rooms/block-in-room";
import { hideSchema, meetingSchema, messageSchema } from "~/domain/rooms/forms";
import { hideWritten } from "~/domain/rooms/hide-written";
import { markRoomRead } from "~/domain/rooms/mark-room-read";
import { proposeMeeting } from "~/domain/rooms/propose-meeting";
import { removeMessage } from "~/domain/rooms/remove-message";
import { withdrawMeeting } from "~/domain/rooms/withdraw-meeting";
import { writeMessage } from "~/domain/rooms/write-message";
import { instantOf } from "~/domain/scheduling/wall";
import type { WebCtx } from "~/web/ctx";
import { parseForm, replyTo } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import type { WriteArgs } from "~/web/route";
import { limitRate } from "~/web/route";
import type { Toast } from "~/web/toast";
import { setToast } from "~/web/toast";

type Args = WriteArgs<WebCtx & { readonly actor: Person }>;

/** A flood of words is nobody's conversation. */
const MESSAGE_RATE = { name: "room-message", limit: 40, ipLimit: 600, windowMs: 60_000 };

function said(ctx: WebCtx, to: string, toast: Toast) {
  setToast(ctx.web, toast);
  return redirect(to, 303);
}

async function propose({ ctx, form }: Args, room: { id: string; zone: string }, page: string) {
  const parsed = parseForm(form, meetingSchema);
  if (!parsed.ok) return refuseForm(parsed.reply);
  const { at, day, time, place } = parsed.value;
  if (at === undefined && (day === undefined || time === undefined)) {
    const missing = [{ key: "error.field.required" as const }];
    return refuseForm(replyTo(form, { fields: { ...(day ? {} : { day: missing }), ...(time ? {} : { time: missing }) } }));
  }
  const from = at === undefined ? instantOf(room.zone, day ?? "", time ?? "", { field: "time" }) : new Date(at);
  await proposeMeeting(ctx, room.id, { from, place });
  return said(ctx, page, { key: "rooms.proposed" });
}

/** Runs what somebody asked on the page of a room they may see. */
export async function perform(args: Args, room: { id: string; zone: string }) {
  const { ctx, form, intent } = args;
  const page = `/rooms/${room.id}`;
  const id = String(form.get("id") ?? "");
  switch (intent) {
    case "write": {
      const parsed = parseForm(form, messageSchema);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await limitRate(ctx, MESSAGE_RATE, ctx.actor.personId);
      await writeMessage(ctx, room.id, parsed.value);
      return redirect(`${page}#talk`, 303);
    }
    case "mark_read":
      await markRoomRead(ctx, room.id);
      return redirect(`${page}#talk`, 303);
    case "remove":
      await removeMessage(ctx, id);
      return said(ctx, `${page}#talk`, { key: "rooms.removed" });
    case "hide": {
      const parsed = parseForm(form, hideSchema);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await hideWritten(ctx, "message", id, parsed.value);
      return said(ctx, `${page}#talk`, { key: "rooms.hidden_done" });
    }
    case "show":
      await hideWritten(ctx, "message", id, "show");
      return said(ctx, `${page}#talk`, { key: "rooms.shown_done" });
    case "propose":
      return propose(args, room, page);
    case "accept":
    case "decline":
      await answerMeeting(ctx, id, intent);
      return said(ctx, page, { key: `rooms.meeting.done.${intent}` });
    case "withdraw":
      await withdrawMeeting(ctx, id);
      return said(ctx, page, { key: "rooms.meeting.done.withdraw" });
    case "block":
      await blockInRoom(ctx, room.id, id);
      return said(ctx, page, { key: "rooms.blocked" });
    default:
      throw new DomainError("invalid");
  }
}
