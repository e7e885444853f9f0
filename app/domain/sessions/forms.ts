import { z } from "zod";
import { isDay } from "../campus/campus";
import { LOCALES } from "../kernel/actor";
import { line, words } from "../kernel/fields";
import { isWallTime } from "../scheduling/wall";
import {
  ABOUT_MAX,
  GROUP_KINDS,
  PLACE_MAX,
  REASON_MAX,
  ROUND_MINUTES_MAX,
  ROUND_MINUTES_MIN,
  ROUNDS_MAX,
  SEATS_MAX,
  TABLE_MAX,
  TABLE_MIN,
  TITLE_MAX,
} from "./session";

const REQUIRED = "error.field.required";
const TOO_LONG = "error.field.too_long";
const CHOICE = "error.field.choice";

const id = z.string(CHOICE).regex(/^[\w-]{1,64}$/, CHOICE);
const optionalId = z
  .string(CHOICE)
  .regex(/^[\w-]{0,64}$/, CHOICE)
  .optional()
  .transform((value) => value ?? "");
const day = z.string(REQUIRED).refine(isDay, "sessions.field.day");
const time = z.string(REQUIRED).refine(isWallTime, "sessions.field.time");
const number = (
  least: number,
  most: number,
  message: "sessions.field.seats" | "sessions.field.rounds" | "sessions.field.table" | "sessions.field.minutes",
) =>
  z
    .string(REQUIRED)
    .regex(/^\d{1,4}$/, "error.field.number")
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);

/** `planSession(ctx, value)` and `editSession(ctx, id, value)`. */
export const sessionForm = z
  .object({
    campusId: id,
    kind: z.enum(GROUP_KINDS, CHOICE),
    title: line(TITLE_MAX),
    about: words(ABOUT_MAX),
    languages: z.array(z.enum(LOCALES, CHOICE), CHOICE).min(1, "sessions.field.languages").max(3, CHOICE),
    resourceId: optionalId,
    place: words(PLACE_MAX),
    day,
    from: time,
    until: time,
    seats: number(2, SEATS_MAX, "sessions.field.seats"),
    rounds: number(1, ROUNDS_MAX, "sessions.field.rounds").optional(),
    tableSize: number(TABLE_MIN, TABLE_MAX, "sessions.field.table").optional(),
    roundMinutes: number(ROUND_MINUTES_MIN, ROUND_MINUTES_MAX, "sessions.field.minutes").optional(),
    closesDay: z.union([z.literal(""), day]).optional(),
    closesAt: z.union([z.literal(""), time]).optional(),
  })
  .transform(({ rounds, tableSize, roundMinutes, closesDay, closesAt, kind, ...rest }) => {
    const withRounds = kind === "matchmaking";
    return {
      ...rest,
      kind,
      rounds: withRounds ? (rounds ?? 4) : 0,
      tableSize: withRounds ? (tableSize ?? TABLE_MIN) : TABLE_MIN,
      roundMinutes: withRounds ? (roundMinutes ?? 10) : ROUND_MINUTES_MIN,
      closesDay: closesDay ?? "",
      closesAt: closesAt ?? "",
    };
  })
  .refine(({ resourceId, place }) => resourceId !== "" || place !== "", { message: "sessions.field.where", path: ["place"] })
  .refine(({ from, until }) => from < until, { message: "sessions.field.order", path: ["until"] });

/** `cancelSession(ctx, id, value)`. */
export const cancelForm = z.object({ reason: line(REASON_MAX) });

/** `register(ctx, id, value)`; without an idea where none is needed. */
export const registerForm = z.object({ ideaId: optionalId });

/** `checkIn(ctx, id, value.code)`. */
export const codeForm = z.object({ code: z.string(REQUIRED).trim().min(1, REQUIRED).max(20, TOO_LONG) });

/** `markPresence(ctx, id, value)`. */
export const presenceForm = z.object({ id, present: z.enum(["yes", "no"], CHOICE).transform((value) => value === "yes") });

/** `answerTalk(ctx, id, value)`. */
export const answerForm = z.object({ id, answer: z.enum(["yes", "no"], CHOICE).transform((value) => value === "yes") });
