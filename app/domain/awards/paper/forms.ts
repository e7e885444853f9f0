import { z } from "zod";

/** `settlePaper(ctx, …)` and `dropPaper(ctx, …)`: the revision the page holds; the choices are looked at by the use case. */
export const revisionForm = z.object({
  revision: z
    .string("error.field.required")
    .regex(/^\d{1,9}$/, "error.field.invalid")
    .transform(Number),
});
