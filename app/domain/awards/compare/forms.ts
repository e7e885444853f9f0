import { z } from "zod";
import { ANSWERS } from "./pairs";

const id = z.string("error.field.required").regex(/^[\w-]{1,64}$/, "error.field.choice");

/** `undoPair(ctx, …)`. */
export const pairForm = z.object({ oneId: id, otherId: id });
/** `comparePair(ctx, …)`. */
export const compareForm = pairForm.extend({ better: z.enum(ANSWERS, "error.field.choice") });
/** `setComparing(ctx, …)`. */
export const comparingForm = z.object({ on: z.literal("on").optional() });
