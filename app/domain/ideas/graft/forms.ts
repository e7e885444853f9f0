import { z } from "zod";
import { LOCALES } from "../../kernel/actor";
import { PITCH_MAX, TITLE_MAX, VISIBILITIES } from "../idea";
import { GRAFT_MESSAGE_MAX, GRAFT_REASON_MAX, GRAFT_SOURCES_MAX } from "./graft";

const missing = (issue: { input?: unknown }): string => (issue.input === undefined ? "error.field.required" : "error.field.invalid");
const line = (min: number, max: number) =>
  z.string({ error: missing }).trim().min(min, "error.field.too_short").max(max, "error.field.too_long");
const free = (max: number) =>
  z
    .string({ error: "error.field.invalid" })
    .trim()
    .max(max, "error.field.too_long")
    .optional()
    .transform((value) => value ?? "");
const id = z.string({ error: missing }).regex(/^[\w-]{1,64}$/, "error.field.choice");
const percent = z
  .string({ error: missing })
  .trim()
  .regex(/^\d{1,3}$/, "error.field.invalid")
  .transform(Number);

/** `proposeGraft(ctx, ideaId, value)`. */
export const graftSchema = z
  .object({
    with: z
      .array(id, { error: "error.field.invalid" })
      .min(1, "error.field.required")
      .max(GRAFT_SOURCES_MAX - 1, "error.field.too_many"),
    lang: z.enum(LOCALES, { error: "error.field.choice" }),
    title: line(3, TITLE_MAX),
    pitch: line(10, PITCH_MAX),
    description: free(12_000),
    visibility: z.enum(VISIBILITIES, { error: "error.field.choice" }),
    shares: z.array(z.object({ personId: id, share: percent }), { error: "error.field.invalid" }),
    meetings: z.array(z.object({ needId: id, offerId: id.optional() }), { error: "error.field.invalid" }).optional(),
    message: free(GRAFT_MESSAGE_MAX),
  })
  .transform(({ with: withIds, meetings, ...rest }) => ({
    ...rest,
    withIds,
    meetings: (meetings ?? []).flatMap(({ needId, offerId }) => (offerId === undefined ? [] : [{ needId, offerId }])),
  }));

/** `answerGraft(ctx, proposalId, {...value, answer})`. */
export const graftAnswerSchema = z.object({ ideaId: id, reason: free(GRAFT_REASON_MAX) });

/** `forkIdea(ctx, ideaId, value)`. */
export const forkSchema = z.object({
  title: line(3, TITLE_MAX),
  pitch: line(10, PITCH_MAX),
  keepNeeds: z
    .string()
    .optional()
    .transform((value) => value === "on"),
});
