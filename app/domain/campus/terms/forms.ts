import { z } from "zod";
import { NEED_KINDS, SYNONYMS_MAX, TERM_KINDS, TERM_NAME_MAX } from "../campus";
import { line } from "../../kernel/fields";
import { clean } from "../../kernel/text";

const TOO_LONG = "error.field.too_long";
const CHOICE = "error.field.choice";

const name = line(TERM_NAME_MAX);
const oneLine = (text: string): string => clean(text).replace(/\s+/g, " ");
/** One synonym a line. */
const synonyms = z
  .string()
  .default("")
  .transform((text) => [...new Set(text.split("\n").map(oneLine).filter(Boolean))])
  .pipe(z.array(z.string().max(TERM_NAME_MAX, TOO_LONG)).max(SYNONYMS_MAX, "error.field.too_many"));
const id = z.string(CHOICE).regex(/^[\w-]{1,64}$/, CHOICE);

const fields = {
  labels: z.object({ nl: name, fr: name, en: name }, "error.field.required"),
  synonyms: z.object({ nl: synonyms, fr: synonyms, en: synonyms }).default({ nl: [], fr: [], en: [] }),
  parentId: id.optional().transform((value) => value ?? null),
  needKind: z
    .enum(NEED_KINDS, CHOICE)
    .optional()
    .transform((value) => value ?? null),
};

/** A new term: `addTerm(ctx, value)`. */
export const newTermForm = z.object({ ...fields, kind: z.enum(TERM_KINDS, CHOICE) });

/** Another name or place: `changeTerm(ctx, termId, value)`. */
export const termForm = z.object({ ...fields, seen: z.string().max(64).default("") });
