import { z } from "zod";
import { LETTER_MAX } from "./letter";

/** A letter as its form sends it; messages are keys of the catalogue. */
export const letterForm = z.object({
  entryId: z.string({ error: "error.field.invalid" }).regex(/^[\w-]{1,64}$/, "error.field.invalid"),
  revision: z
    .string({ error: "error.field.invalid" })
    .regex(/^\d{1,9}$/, "error.field.invalid")
    .transform(Number),
  body: z.string({ error: "letters.empty" }).max(LETTER_MAX, "letters.too_long"),
});
