import { z } from "zod";
import { free, id } from "../form-parts";
import { ITEM_KINDS, ITEM_MINUTES_MAX, ITEM_WORDS_MAX } from "./ceremony";

const minutes = z
  .string({ error: "ceremony.minutes_wrong" })
  .regex(/^\d{1,3}$/, "ceremony.minutes_wrong")
  .transform(Number)
  .refine((value) => value >= 1 && value <= ITEM_MINUTES_MAX, "ceremony.minutes_wrong");
const words = free(ITEM_WORDS_MAX);

/** `changeRunSheet(ctx, …)`, adding: `what` names a kind and what it is about, as `KIND`, `KIND:ID` or `prize:ID:PLACE`. */
export const addItemForm = z
  .object({ what: z.string({ error: "error.field.choice" }).regex(/^[a-z]+(:[\w-]{1,64}(:\d)?)?$/, "error.field.choice"), minutes, words })
  .transform(({ what, ...rest }, ctx) => {
    const [name, aboutId = null, place] = what.split(":");
    const kind = ITEM_KINDS.find((known) => known === name);
    if (kind) return { ...rest, kind, aboutId, place: place === undefined ? null : Number(place) };
    ctx.addIssue({ code: "custom", path: ["what"], message: "error.field.choice" });
    return z.NEVER;
  });

/** `changeRunSheet(ctx, …)`, saving one item. */
export const itemForm = z.object({ id, minutes, words });

/** `stepShow(ctx, …)`: where the presser saw the show. */
export const pressForm = z
  .object({
    itemId: id.optional(),
    step: z.string({ error: "error.field.invalid" }).regex(/^\d$/, "error.field.invalid").transform(Number),
  })
  .transform(({ itemId = null, step }) => ({ itemId, step }));
