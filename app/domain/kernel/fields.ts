import { z } from "zod";
import { clean } from "./text";

const REQUIRED = "error.field.required";
const TOO_LONG = "error.field.too_long";

/** A required line of text, cleaned, of at most `max` characters. */
export const line = (max: number) =>
  z
    .string(REQUIRED)
    .transform((value) => clean(value).replace(/\s+/g, " "))
    .pipe(z.string().min(1, REQUIRED).max(max, TOO_LONG));

/** A text that may be left out, cleaned, of at most `max` characters. */
export const words = (max: number) =>
  z
    .string("error.field.invalid")
    .max(max, TOO_LONG)
    .optional()
    .transform((value) => clean(value ?? ""));
