import { z } from "zod";
import { isDay } from "../campus/campus";
import { emailField } from "../identity/forms";
import { clean } from "../kernel/text";
import { isWallTime } from "../scheduling/wall";
import { parseBookedFor, PURPOSE_MAX, REASON_MAX } from "./lab";

const REQUIRED = "error.field.required";
const TOO_LONG = "error.field.too_long";
const INVALID = "error.field.invalid";

const day = z.string(REQUIRED).refine(isDay, "lab.form.no_day");
const time = z.string(REQUIRED).refine((text) => isWallTime(text) || text === "24:00", "lab.form.no_time");
const words = (max: number) =>
  z
    .string()
    .max(max, TOO_LONG)
    .optional()
    .transform((value) => clean(value ?? "").replace(/\s+/g, " "));
const id = z.string(REQUIRED).max(64, INVALID);

const when = { day, from: time, until: time };
const endsLater = { message: "lab.form.ends_before", path: ["until"] };

/** Moments of one day compare as their texts; only in the hour that comes twice an end may read earlier, which a form cannot ask. */
const inOrder = ({ from, until }: { from: string; until: string }): boolean => from < until;

export const bookForm = z
  .object({
    resourceId: id,
    ...when,
    for: z.string(REQUIRED).transform((text, issues) => {
      const bookedFor = parseBookedFor(text);
      if (bookedFor) return bookedFor;
      issues.addIssue({ code: "custom", message: "error.field.choice" });
      return z.NEVER;
    }),
    purpose: words(PURPOSE_MAX),
  })
  .refine(inOrder, endsLater);

export const moveForm = z.object({ resourceId: id.optional(), ...when }).refine(inOrder, endsLater);

export const cancelForm = z.object({ reason: words(REASON_MAX) });

export const closeForm = z.object({
  id,
  untilDay: day,
  reason: z
    .string(REQUIRED)
    .transform((value) => clean(value).replace(/\s+/g, " "))
    .pipe(z.string().min(1, REQUIRED).max(REASON_MAX, TOO_LONG)),
  cancel: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
});

export const inductionForm = z.object({ id, email: emailField, untilDay: day });
