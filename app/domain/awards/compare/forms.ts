import { z } from "zod";
import { id } from "../form-parts";
import { ANSWERS } from "./pairs";

/** `undoPair(ctx, …)`. */
export const pairForm = z.object({ oneId: id, otherId: id });
/** `comparePair(ctx, …)`. */
export const compareForm = pairForm.extend({ better: z.enum(ANSWERS, "error.field.choice") });
/** `setComparing(ctx, …)`. */
export const comparingForm = z.object({ on: z.literal("on").optional() });
