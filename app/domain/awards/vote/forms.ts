import { z } from "zod";
import { id, missing } from "../form-parts";
import { CODES_AT_ONCE_MAX, ELECTORATES, OPEN_MINUTES, PLACES_MAX, VOTE_KINDS } from "./vote";

const whole = (least: number, most: number, text: string) =>
  z
    .string(missing(text))
    .regex(/^\d{1,5}$/, text)
    .transform(Number)
    .refine((value) => value >= least && value <= most, text);

/** `makeVote(ctx, {editionSlug, ...value})`; the category is empty for a vote over all of them. */
export const voteForm = z
  .object({
    categoryId: id.optional(),
    kind: z.enum(VOTE_KINDS, missing("error.field.choice")),
    places: whole(2, PLACES_MAX, "vote.places_wrong").optional(),
    electorate: z.enum(ELECTORATES, missing("error.field.choice")),
    entryIds: z.array(id, missing("vote.entries_wrong")).min(2, "vote.entries_wrong"),
  })
  .transform(({ categoryId = null, places = 2, ...rest }) => ({ ...rest, categoryId, places }));

/** `openVote(ctx, …)`. */
export const openForm = z.object({ voteId: id, minutes: whole(1, OPEN_MINUTES.most, "vote.minutes_wrong") });

/** `makeCodes(ctx, …)`. */
export const codesForm = z.object({ voteId: id, count: whole(1, CODES_AT_ONCE_MAX, "vote.count_wrong") });

/** Acts on one vote that ask nothing else. */
export const oneVoteForm = z.object({ voteId: id });

/** A printed code, typed. */
export const codeForm = z.object({ code: z.string(missing("error.field.invalid")).max(40, "vote.code_unknown") });

/** What a ballot says: fields `choice1`, `choice2` …, of which some may be empty. */
export function choicesIn(form: FormData): string[] {
  const sent = Array.from({ length: PLACES_MAX }, (_, i) => form.get(`choice${i + 1}`));
  return sent.filter((value): value is string => typeof value === "string" && value !== "");
}
