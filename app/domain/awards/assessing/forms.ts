import { z } from "zod";
import { free, marks } from "../form-parts";
import { NOTE_MAX } from "../rubric";

/** `assessIdea(ctx, …)` by a rubric with these codes, the marks as `marks` has them. */
export const assessmentForm = (codes: readonly string[]) => z.object({ note: free(NOTE_MAX), ...marks(codes) });
