import { z } from "zod";
import { LOCALES } from "../../kernel/actor";
import { CONFLICT_WORDS_MAX } from "../conflict";
import { count, free, id } from "../form-parts";
import { PLAN_GOALS } from "./plan";

/** Shapes of what forms about the jury send; messages are keys of the catalogue. */

/** A number that may be left empty. */
const maybe = z
  .string()
  .regex(/^\d{0,3}$/, "error.field.invalid")
  .optional()
  .transform((value) => (value === undefined || value === "" ? null : Number(value)));
const day = z.string("error.field.required").regex(/^\d{4}-\d{2}-\d{2}$/, "error.field.invalid");

const plan = { id, revision: count };
/** `publishPlan(ctx, …)`. */
export const planForm = z.object(plan);
/** `dropPlan(ctx, …)`, `removeAbsence(ctx, …)`. */
export const oneForm = z.object({ id });
/** `changePlan(ctx, …)` with the act "recompute". */
export const recomputeForm = z.object({ ...plan, goal: z.enum(PLAN_GOALS, "error.field.choice"), least: maybe, most: maybe });
/** `changePlan(ctx, …)` with another act. */
export const choiceForm = z.object({ ...plan, entryId: id, jurorId: id });
/** `setMember(ctx, …)`. */
export const memberForm = z.object({
  personId: id,
  languages: z.array(z.enum(LOCALES, "error.field.choice")).default([]),
  domainIds: z.array(id).default([]),
  most: maybe,
});
/** `addAbsence(ctx, …)`. */
export const absenceForm = z.object({ personId: id, firstDay: day, lastDay: day });
/** `setPeers(ctx, …)`. */
export const peersForm = z.object({ shown: z.literal("on").optional() });
/** `setWish(ctx, …)`. */
export const wishForm = z.object({ entryId: id, ratherNot: z.enum(["yes", "no"], "error.field.choice") });
/** `undoRecusal(ctx, …)`. */
export const recusalForm = z.object({ assignmentId: id });
/** `explainRecusal(ctx, …)`. */
export const reasonForm = z.object({
  assignmentId: id,
  words: free(CONFLICT_WORDS_MAX),
});
