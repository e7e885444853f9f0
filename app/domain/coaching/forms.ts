import { z } from "zod";
import { isDay } from "../campus/campus";
import {
  CAPACITY_MAX,
  EXCEPTION_KINDS,
  isStretch,
  MINUTE_STEP,
  NOTE_MAX,
  NOTE_VISIBILITIES,
  QUESTION_MAX,
  REASON_MAX,
  SLOT_MINUTES,
  WORDS_MAX,
} from "./coaching";

const REQUIRED = "error.field.required";
const CHOICE = "error.field.choice";
const INVALID = "error.field.invalid";
const TOO_LONG = "error.field.too_long";

const line = (max: number) => z.string(REQUIRED).trim().min(1, REQUIRED).max(max, TOO_LONG);
const free = (max: number) =>
  z
    .string(INVALID)
    .trim()
    .max(max, TOO_LONG)
    .optional()
    .transform((value) => value ?? "");
const id = z.string(CHOICE).regex(/^[\w-]{1,64}$/, CHOICE);
const day = z.string(REQUIRED).refine(isDay, "coaching.field.day");

/** A moment as a form sends it: ISO text of an instant. */
const moment = z
  .string("coaching.field.slot")
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00\.000Z$/, "coaching.field.slot")
  .transform((text) => new Date(text))
  .refine((at) => !Number.isNaN(at.getTime()), "coaching.field.slot");

/** A wall time such as 08:30, as minutes since midnight; on a quarter. */
const time = z
  .string(REQUIRED)
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:00)?$/, "coaching.field.time")
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5)))
  .refine((minute) => minute % MINUTE_STEP === 0, "coaching.field.quarter");

const slotMinutes = z.enum(SLOT_MINUTES.map(String) as [string, ...string[]], CHOICE).transform(Number);
const weekday = z.enum(["1", "2", "3", "4", "5", "6", "7"], CHOICE).transform(Number);

/** `bookTalk(ctx, value)`. */
export const bookForm = z.object({
  ideaId: id,
  slot: moment,
  question: free(QUESTION_MAX),
  openToCoaches: z
    .literal("on", CHOICE)
    .optional()
    .transform((value) => value === "on"),
});

/** `moveTalk(ctx, sessionId, value.slot)`. */
export const moveForm = z.object({ slot: moment });

/** `cancelTalk(ctx, sessionId, value)`. */
export const cancelForm = z.object({ reason: line(REASON_MAX) });

/** `writeNote(ctx, sessionId, value)`. */
export const noteForm = z.object({ body: line(NOTE_MAX), visibility: z.enum(NOTE_VISIBILITIES, CHOICE) });

/** `editNote(ctx, value.id, value)`. */
export const editNoteForm = z.object({ id, body: line(NOTE_MAX) });

/** `addAction(ctx, sessionId, value)`. */
export const actionForm = z.object({ words: line(WORDS_MAX), ownerId: id, dueDay: day });

/** `moveActionDue(ctx, value.id, value.dueDay)`. */
export const dueForm = z.object({ id, dueDay: day });

/** `addAvailability(ctx, value)`. An end at midnight is the end of the day. */
export const availabilityForm = z
  .object({ campusId: id, weekday, from: time, until: time, slotMinutes })
  .transform(({ from, until, ...rest }) => ({ ...rest, fromMinute: from, untilMinute: until === 0 ? 1_440 : until }))
  .refine((value) => isStretch(value, value.slotMinutes), { message: "coaching.field.order", path: ["until"] });

/** `addException(ctx, value)`. Away without times is the whole day; being there beside the week needs both. */
export const exceptionForm = z
  .object({ campusId: id, day, kind: z.enum(EXCEPTION_KINDS, CHOICE), from: time.optional(), until: time.optional(), slotMinutes })
  .transform(({ from, until, kind, slotMinutes: length, ...rest }, issues) => {
    const whole = from === undefined && until === undefined;
    if (whole && kind === "away") return { ...rest, kind, fromMinute: null, untilMinute: null, slotMinutes: null };
    if (from === undefined || until === undefined) {
      issues.addIssue({ code: "custom", path: [from === undefined ? "from" : "until"], message: REQUIRED });
      return z.NEVER;
    }
    const stretch = { fromMinute: from, untilMinute: until === 0 ? 1_440 : until };
    if (!isStretch(stretch, kind === "extra" ? length : MINUTE_STEP)) {
      issues.addIssue({ code: "custom", path: ["until"], message: "coaching.field.order" });
      return z.NEVER;
    }
    return { ...rest, kind, ...stretch, slotMinutes: kind === "extra" ? length : null };
  });

/** `setCapacity(ctx, value)`. */
export const capacityForm = z.object({
  ideas: z
    .string(REQUIRED)
    .regex(/^\d{1,3}$/, "error.field.number")
    .transform(Number)
    .refine((count) => count <= CAPACITY_MAX, "coaching.field.capacity"),
});
