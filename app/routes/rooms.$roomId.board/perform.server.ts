import { redirect } from "@remix-run/node";
import { keepPromise } from "~/domain/coaching/promise-from-note";
import { addNote } from "~/domain/rooms/add-note";
import { editNote, moveNote, removeNote } from "~/domain/rooms/change-note";
import { hideSchema, moveSchema, noteEditSchema, noteSchema } from "~/domain/rooms/forms";
import { hideWritten } from "~/domain/rooms/hide-written";
import { castVote, takeVoteBack } from "~/domain/rooms/voting";
import { parseForm } from "~/web/forms";
import { refuseForm } from "~/web/respond";
import { limitRate } from "~/web/route";
import type { Args } from "./board.server";
import { changeBoard, idOf, said, turn } from "./board.server";

/** More notes a minute than anybody thinks. */
const NOTE_RATE = { name: "room-note", limit: 60, ipLimit: 2000, windowMs: 60_000 };

/** Runs what somebody asked on the board of a room they may see. */
export async function perform(args: Args, roomId: string) {
  const { ctx, form, intent } = args;
  const page = `/rooms/${roomId}/board`;
  const id = idOf(form);
  const at = `${page}#note-${id}`;
  switch (intent) {
    case "note": {
      const parsed = parseForm(form, noteSchema);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await limitRate(ctx, NOTE_RATE, ctx.actor.personId);
      await addNote(ctx, roomId, parsed.value);
      return redirect(page, 303);
    }
    case "edit": {
      const parsed = parseForm(form, noteEditSchema);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await editNote(ctx, id, parsed.value);
      return redirect(at, 303);
    }
    case "remove":
      await removeNote(ctx, id);
      return redirect(page, 303);
    case "move": {
      const parsed = parseForm(form, moveSchema);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await moveNote(ctx, id, parsed.value.groupId);
      return redirect(at, 303);
    }
    case "vote":
      await castVote(ctx, id);
      return redirect(at, 303);
    case "unvote":
      await takeVoteBack(ctx, id);
      return redirect(at, 303);
    case "hide": {
      const parsed = parseForm(form, hideSchema);
      if (!parsed.ok) return refuseForm(parsed.reply);
      await hideWritten(ctx, "note", id, parsed.value);
      return said(ctx, page, { key: "rooms.hidden_done" });
    }
    case "show":
      await hideWritten(ctx, "note", id, "show");
      return said(ctx, page, { key: "rooms.shown_done" });
    case "finish":
      await keepPromise(ctx, id);
      return redirect(page, 303);
    case "into_need":
    case "into_offer":
    case "into_action":
    case "into_idea":
      return turn(args, page, id);
    default:
      return changeBoard(args, roomId, page);
  }
}
