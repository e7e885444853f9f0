import { z } from "zod";
import { CITATION_MAX } from "../decide";
import { free, id } from "../form-parts";
import { CLOSING_MAX, NOTE_MAX } from "./council";
import { CHOICES } from "./majority";

/** Shapes of what forms of the deliberation send; messages are keys of the catalogue. */

/** `discussEntry`, `openVote`, `closeVote`, `withdrawMotion`, `removeNote`. */
export const oneForm = z.object({ id });
/** `setPresence(ctx, …)`. */
export const presenceForm = z.object({ id, present: z.enum(["yes", "no"], "error.field.choice").transform((value) => value === "yes") });
/** `setChair(ctx, …)`: empty for nobody. */
export const chairForm = z.object({
  id: z
    .string()
    .regex(/^[\w-]{0,64}$/, "error.field.choice")
    .optional()
    .transform((value) => (value === undefined || value === "" ? null : value)),
});
/** `addNote(ctx, …)`. */
export const noteForm = z.object({
  entryId: id,
  body: z.string("error.field.required").max(NOTE_MAX, "error.field.too_long").trim().min(1, "error.field.required"),
});
/** `proposeMotion(ctx, …)`. */
export const motionForm = z.object({
  entryId: id,
  place: z.enum(["1", "2", "3"], "error.field.choice").transform(Number),
  citation: free(CITATION_MAX),
});
/** `vote(ctx, …)`. */
export const voteForm = z.object({ id, choice: z.enum(CHOICES, "error.field.choice") });
/** `setClosing(ctx, …)`. */
export const closingForm = z.object({ closing: free(CLOSING_MAX) });
