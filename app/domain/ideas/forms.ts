import { z } from "zod";
import { LOCALES } from "../kernel/actor";
import { fold } from "../kernel/text";
import {
  COMMENT_MAX,
  DESCRIPTION_MAX,
  MATCH_CONSENTS,
  PITCH_MAX,
  REASON_MAX,
  STAGES,
  TITLE_MAX,
  TITLE_STORED_MAX,
  VISIBILITIES,
  WORDS_MAX,
  WORDS_PER_LIST_MAX,
  WORD_KINDS,
} from "./idea";
import type { WordInput } from "./idea";

/**
 * Shapes of what forms send, as conform makes it of `FormData` with nested names (`needs[0].words`): an empty field is
 * `undefined`. Messages are keys of the catalogue. Values come out ready for the use case of the same name.
 */
const TITLE_MIN = 3;
const PITCH_MIN = 10;

const missing = (otherwise: string) => ({
  error: (issue: { input?: unknown }) => (issue.input === undefined ? "error.field.required" : otherwise),
});
const line = (min: number, max: number) =>
  z.string(missing("error.field.invalid")).trim().min(min, "error.field.too_short").max(max, "error.field.too_long");
const free = (max: number) =>
  z
    .string({ error: "error.field.invalid" })
    .trim()
    .max(max, "error.field.too_long")
    .optional()
    .transform((value) => value ?? "");
const choice = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values, missing("error.field.choice"));
const id = z.string(missing("error.field.choice")).regex(/^[\w-]{1,64}$/, "error.field.choice");
const optionalId = id.optional().transform((value) => value ?? null);
/** A whole number without sign, as text; refuses "1e3", " 1" and "0x1". */
const count = z
  .string(missing("error.field.invalid"))
  .regex(/^\d{1,9}$/, "error.field.invalid")
  .transform(Number);

const WEIGHTS = { "1": 1, "2": 2, "3": 3 } as const;
/** A term that was picked: ours, an entry of a taken-over list, or that none fits. */
const term = z
  .string({ error: "error.field.choice" })
  .regex(/^[\w:-]{1,64}$/, "error.field.choice")
  .optional()
  .transform((value) => value ?? null);
/** The words for which it was picked: with other words it says nothing any more. */
const termFor = z.string().max(400).optional().catch(undefined);
const pickedFor = (row: { termId: string | null; termFor?: string; words: string }): string | null =>
  row.termFor === undefined || fold(row.termFor) === fold(row.words) ? row.termId : null;

const wordRow = z.object({
  kind: choice(WORD_KINDS).optional(),
  termId: term,
  termFor,
  words: free(WORDS_MAX),
  weight: choice(["1", "2", "3"])
    .optional()
    .transform((value) => WEIGHTS[value ?? "2"]),
});

/** Rows left blank are dropped; a row with words needs a kind. */
const wordList = z
  .array(wordRow, { error: "error.field.invalid" })
  .optional()
  .transform((rows, ctx): WordInput[] => {
    const filled: WordInput[] = [];
    (rows ?? []).forEach(({ kind, words, weight, ...picked }, i) => {
      const termId = pickedFor({ ...picked, words });
      if (words === "" && termId === null) return;
      if (kind === undefined) ctx.addIssue({ code: "custom", path: [i, "kind"], message: "error.field.required" });
      else filled.push({ kind, termId, words, weight });
    });
    if (filled.length > WORDS_PER_LIST_MAX)
      ctx.addIssue({ code: "too_big", origin: "array", maximum: WORDS_PER_LIST_MAX, inclusive: true, message: "error.field.too_many" });
    return filled;
  });

const contentFields = (titleMax: number) => ({
  lang: choice(LOCALES),
  title: line(TITLE_MIN, titleMax),
  pitch: line(PITCH_MIN, PITCH_MAX),
  description: free(DESCRIPTION_MAX),
  domainId: optionalId,
  growthMarketId: optionalId,
  productionStepId: optionalId,
  needs: wordList,
  offers: wordList,
});

/** Planting an idea: `plantIdea(ctx, value, {draftId})`. */
export const plantSchema = z.object({
  ...contentFields(TITLE_MAX),
  campusId: id,
  organisationId: optionalId,
  visibility: choice(VISIBILITIES),
  matchConsent: choice(MATCH_CONSENTS),
  stage: choice(STAGES).optional(),
  draftId: id.optional(),
});

/** Editing an idea: `editIdea(ctx, ideaId, value)`. */
export const editSchema = z
  .object({
    ...contentFields(TITLE_STORED_MAX),
    baseVersion: count,
    visibility: choice(VISIBILITIES).optional(),
    matchConsent: choice(MATCH_CONSENTS).optional(),
  })
  .transform(({ baseVersion, visibility, matchConsent, ...content }) => ({ baseVersion, visibility, matchConsent, content }));

/** What somebody is still writing: everything may be missing, nothing may be endless. */
const draftLine = (max: number) => z.string({ error: "error.field.invalid" }).max(max, "error.field.too_long").optional();
const draftWords = z
  .array(
    z.object({
      kind: choice(WORD_KINDS).optional().catch(undefined),
      termId: term.catch(null),
      termFor,
      words: draftLine(WORDS_MAX * 4).transform((value) => value ?? ""),
      weight: choice(["1", "2", "3"])
        .optional()
        .catch(undefined)
        .transform((value) => WEIGHTS[value ?? "2"]),
    }),
    { error: "error.field.invalid" },
  )
  .max(WORDS_PER_LIST_MAX * 2, "error.field.too_many")
  .optional()
  .transform((rows) =>
    rows
      ?.map(({ termFor: picked, ...row }) => ({ ...row, kind: row.kind ?? "expertise", termId: pickedFor({ ...row, termFor: picked }) }))
      .filter((row) => row.words !== "" || row.termId !== null),
  );

/** Autosave: `saveDraft(ctx, value)`. A field with a wrong choice is left out; text is never refused below the stored limits. */
export const draftSchema = z
  .object({
    draftId: id.optional().catch(undefined),
    ideaId: id.optional().catch(undefined),
    baseVersion: count.optional().catch(undefined),
    revision: count.optional().catch(undefined),
    lang: choice(LOCALES).optional().catch(undefined),
    title: draftLine(TITLE_STORED_MAX * 4),
    pitch: draftLine(PITCH_MAX * 8),
    description: draftLine(DESCRIPTION_MAX * 2),
    domainId: id.optional().catch(undefined),
    growthMarketId: id.optional().catch(undefined),
    productionStepId: id.optional().catch(undefined),
    needs: draftWords,
    offers: draftWords,
    campusId: id.optional().catch(undefined),
    organisationId: id.optional().catch(undefined),
    visibility: choice(VISIBILITIES).optional().catch(undefined),
    matchConsent: choice(MATCH_CONSENTS).optional().catch(undefined),
  })
  .transform(({ draftId, ideaId, baseVersion, revision, ...content }) => ({ draftId, ideaId, baseVersion, revision, content }));

/** `changeVisibility(ctx, ideaId, value)`. */
export const visibilitySchema = z.object({ visibility: choice(VISIBILITIES), matchConsent: choice(MATCH_CONSENTS) });

/** `changeStage(ctx, ideaId, value)`. */
export const stageSchema = z.object({ stage: choice(STAGES), reason: free(REASON_MAX) });

/** `hideIdea(ctx, ideaId, value)`, `hideComment(ctx, commentId, value)`. */
export const hideSchema = z.object({ reason: line(3, REASON_MAX) });

/** `addComment(ctx, ideaId, value)`. */
export const commentSchema = z.object({ body: line(1, COMMENT_MAX), lang: choice(LOCALES).optional() });

/** `inviteToTeam(ctx, ideaId, value)`. Whether it is an address at all is checked by the use case. */
export const teamInviteSchema = z.object({ email: line(3, 254) });

/** `answerTeamInvitation(ctx, id, value.answer)`. */
export const invitationAnswerSchema = z.object({ answer: choice(["accept", "decline"]) });

/** `setWords(ctx, {ownerKind, ownerId, ...value})`. */
export const wordsSchema = z.object({ lang: choice(LOCALES), needs: wordList, offers: wordList });
