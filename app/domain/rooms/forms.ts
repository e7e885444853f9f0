import { z } from "zod";
import { WORD_KINDS } from "../ideas/idea";
import { LOCALES } from "../kernel/actor";
import { GROUP_MAX, MESSAGE_MAX, NOTE_MAX, PLACE_MAX, TIMER_MINUTES, VOTES_EACH } from "./room";

const text = (max: number) =>
  z.string({ error: "error.field.required" }).trim().min(1, "error.field.required").max(max, "error.field.too_long");
const lang = z.enum(LOCALES).optional();
const oneOf = (values: readonly number[]) =>
  z
    .string({ error: "error.field.choice" })
    .regex(/^\d{1,2}$/, "error.field.choice")
    .transform(Number)
    .refine((n) => values.includes(n), "error.field.choice");
/** A group of the board by id; empty for none. */
const group = z
  .string()
  .regex(/^[\w-]{0,64}$/, "error.field.choice")
  .default("")
  .transform((id) => (id === "" ? null : id));

/** `writeMessage(ctx, roomId, value)`. */
export const messageSchema = z.object({ body: text(MESSAGE_MAX), lang });

/** `proposeMeeting(ctx, roomId, …)`: a moment picked out of the list, or a day and time of the campus. */
export const meetingSchema = z.object({
  at: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{3})?Z)?$/, "error.field.invalid")
    .optional(),
  day: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/, "error.field.invalid")
    .optional(),
  time: z
    .string()
    .regex(/^\d\d:\d\d$/, "error.field.invalid")
    .optional(),
  place: z.string().trim().max(PLACE_MAX, "error.field.too_long").default(""),
});

/** `addNote(ctx, roomId, value)`. */
export const noteSchema = z.object({ body: text(NOTE_MAX), groupId: group, lang });
/** `editNote(ctx, noteId, value)`. */
export const noteEditSchema = z.object({ body: text(NOTE_MAX) });
/** `moveNote(ctx, noteId, value.groupId)`. */
export const moveSchema = z.object({ groupId: group });
/** `addGroup(ctx, roomId, value)` and `changeGroup(ctx, groupId, value.title)`. */
export const groupSchema = z.object({ title: text(GROUP_MAX), lang });
/** `openRound(ctx, roomId, value.votes)`. */
export const roundSchema = z.object({ votes: oneOf(VOTES_EACH) });
/** `setTimer(ctx, roomId, value.minutes)`. */
export const timerSchema = z.object({ minutes: oneOf(TIMER_MINUTES) });
/** `turnNoteIntoWord(ctx, noteId, value)`. */
export const wordSchema = z.object({
  ideaId: z.string({ error: "error.field.choice" }).regex(/^[\w-]{1,64}$/, "error.field.choice"),
  kind: z.enum(WORD_KINDS, { error: "error.field.choice" }),
});
/** `hideWritten(ctx, kind, id, value)`. */
export const hideSchema = z.object({ reason: text(280) });
