import type { WriteLetter } from "~/domain/awards/letters/letter";
import { feedbackLetter } from "~/emails/feedback-letter";

/** Puts what a jury tells a team in words, in the language of the entry. */
export const writeLetter: WriteLetter = feedbackLetter;
