import { z } from "zod";
import { ANSWER_MAX, MESSAGE_MAX, REFUSAL_REASONS } from "./match";

/** What a team writes when it shows interest. */
export const interestSchema = z.object({ message: z.string().trim().max(MESSAGE_MAX).default("") });

/** An answer, with a word why. */
export const answerSchema = z.object({ reason: z.string().trim().max(ANSWER_MAX).default("") });

/** "Not for us, because…". */
export const refusalSchema = z.object({ reason: z.enum(REFUSAL_REASONS) });
