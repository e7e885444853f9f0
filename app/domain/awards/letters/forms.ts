import { z } from "zod";
import { count, id } from "../form-parts";
import { LETTER_MAX } from "./letter";

/** A letter as its form sends it; messages are keys of the catalogue. */
export const letterForm = z.object({
  entryId: id,
  revision: count,
  body: z.string({ error: "letters.empty" }).max(LETTER_MAX, "letters.too_long"),
});
