import { z } from "zod";
import { LOCALES } from "../kernel/actor";
import { line, words } from "../kernel/fields";
import { areValidHours, CAMPUS_NAME_MAX, CLOSURE_REASON_MAX, DESCRIPTION_MAX, isDay, isZone, ORGANISATION_NAME_MAX, SLUG } from "./campus";
import type { Weekday } from "./campus";

const REQUIRED = "error.field.required";
const TOO_LONG = "error.field.too_long";
const INVALID = "error.field.invalid";
const NUMBER = "error.field.number";

const slug = z.string(REQUIRED).max(60, TOO_LONG).regex(SLUG, INVALID);
const labels = (max: number) => z.object({ nl: line(max), fr: line(max), en: line(max) });
const optionalLabels = (max: number) => {
  const text = words(max);
  return z.object({ nl: text, fr: text, en: text });
};

export const campusForm = z.object({
  slug,
  name: line(CAMPUS_NAME_MAX),
  place: line(CAMPUS_NAME_MAX),
  zone: z.string(REQUIRED).refine(isZone, INVALID),
  languages: z.array(z.enum(LOCALES)).min(1, REQUIRED),
});

const minute = z.coerce.number(NUMBER).int(NUMBER).min(0, INVALID).max(1_440, INVALID);
const weekday = z.coerce
  .number(NUMBER)
  .int(NUMBER)
  .min(1, INVALID)
  .max(7, INVALID)
  .transform((day) => day as Weekday);

export const openingHoursForm = z.object({
  hours: z
    .array(z.object({ weekday, fromMinute: minute, untilMinute: minute }))
    .max(60, TOO_LONG)
    .default([])
    .refine(areValidHours, INVALID),
});

export const closureForm = z
  .object({
    firstDay: z.string(REQUIRED).refine(isDay, INVALID),
    lastDay: z.string(REQUIRED).refine(isDay, INVALID),
    reason: labels(CLOSURE_REASON_MAX),
  })
  .refine(({ firstDay, lastDay }) => firstDay <= lastDay, { message: INVALID, path: ["lastDay"] });

export const organisationForm = z.object({
  slug,
  name: line(ORGANISATION_NAME_MAX),
  description: optionalLabels(DESCRIPTION_MAX),
  website: z
    .url({ protocol: /^https?$/, message: INVALID })
    .max(300, TOO_LONG)
    .optional(),
});
