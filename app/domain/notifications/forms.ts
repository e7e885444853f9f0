import { z } from "zod";
import { isMailable, NOTICE_KINDS } from "./notice";

const kind = z.enum(NOTICE_KINDS.filter(isMailable));

/** `setMailPreferences(ctx, new Set(value.byMail))`. A box that is not ticked is not sent. */
export const mailPreferencesSchema = z.object({
  byMail: z.union([z.array(kind), kind.transform((one) => [one])]).default([]),
});
