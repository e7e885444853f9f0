import { z } from "zod";
import { STAGES } from "../ideas/idea";
import { LOCALES } from "../kernel/actor";
import { instantOf } from "../scheduling/wall";
import { CONFLICT_WORDS_MAX } from "./conflict";
import { CITATION_MAX, CORRECTION_MAX } from "./decide";
import type { Phase } from "./edition";
import { EDITION_NAME_MAX, PHASE_KINDS, phaseKey, PLACES, placeOf, ROUNDS_MAX, THEME_MAX } from "./edition";
import { DOSSIER_MAX } from "./entry";
import { AUDIENCES, CLASSIC_KEYS, FIELD_KINDS, HELP_MAX, LABEL_MAX } from "./form-field";
import { count, free, id, labels, marks, maybeLabels, missing, slug } from "./form-parts";
import { RULING_REASON_MAX } from "./eligibility";
import { NOTE_MAX } from "./rubric";

/** Shapes of what forms send; messages are keys of the catalogue. Values come out ready for the use case of the same name. */
const locale = z.enum(LOCALES, missing("error.field.choice"));

/** `createEntry(ctx, {editionSlug, ...value})`. */
export const entryForm = z.object({ ideaId: id, categoryId: id });

/** `saveDossier(ctx, {entryId, ...value})`: a field that is not sent stays as it is. */
export const dossierForm = z
  .object({
    revision: count,
    categoryId: id.optional(),
    lang: locale,
    title: free(DOSSIER_MAX.title),
    pitch: free(DOSSIER_MAX.pitch),
    description: free(DOSSIER_MAX.description),
  })
  .transform(({ revision, categoryId, ...content }) => ({ revision, content, ...(categoryId === undefined ? {} : { categoryId }) }));

/** The answers a dossier sent, by the key of their question; `saveDossier` looks at them. */
export function answersIn(form: FormData): Record<string, string> {
  const sent = [...form].flatMap(([name, value]): [string, string][] => {
    const key = CLASSIC_KEYS.find((one) => one === name) ?? /^answer\.(q\d{1,3})$/.exec(name)?.[1];
    return key === undefined || typeof value !== "string" ? [] : [[key, value]];
  });
  return Object.fromEntries(sent);
}

/** The sheet of a rubric with these codes, its marks as `marks` has them. */
export function sheetForm(codes: readonly string[]) {
  return z.object({
    revision: count,
    note: free(NOTE_MAX),
    feedback: free(NOTE_MAX),
    juryNote: free(NOTE_MAX).optional(),
    ...marks(codes),
  });
}

/** `declareConflict(ctx, value)`. */
export const conflictForm = z.object({ entryId: id, jurorId: id, words: free(CONFLICT_WORDS_MAX) });

/** `recuse(ctx, {assignmentId, ...value})`. */
export const recuseForm = z.object({ words: free(CONFLICT_WORDS_MAX) });

/** `inviteJuror(ctx, {editionSlug, ...value})`. Whether it is an address at all is checked by the use case. */
export const jurorForm = z.object({
  email: z.string(missing("error.field.invalid")).trim().min(3, "error.field.too_short").max(254, "error.field.too_long"),
  locale,
});

/** `decide(ctx, {editionSlug, ...value})`. */
export const decisionForm = z.object({
  categoryId: id,
  entryId: id,
  place: z.enum(PLACES.map(String), missing("error.field.choice")).transform((value, ctx) => placeOf(Number(value)) ?? refuse(ctx)),
  citation: free(CITATION_MAX),
  correction: free(CORRECTION_MAX),
});

function refuse(ctx: z.RefinementCtx): never {
  ctx.addIssue({ code: "custom", message: "error.field.choice" });
  return z.NEVER;
}

const moment = z.string(missing("error.field.invalid")).regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "error.field.invalid");

/** A moment that may be left out. */
const maybe = moment.optional();
/** Phases an edition may leave out, as the form names them. */
export const OPTIONAL_PHASES = ["eligibility", "judging_2", "judging_3", "judging_4", "decided", "archived"] as const;

/**
 * The dates of an edition: fields `from.KEY` for each phase (see `phaseKey`) and `end`, as an input of type datetime-local sends them,
 * on the clock of the venue. A phase the edition does without is empty.
 */
export const phasesForm = z.object({
  from: z.object({
    announced: moment,
    open: moment,
    judging: moment,
    deliberation: moment,
    published: moment,
    eligibility: maybe,
    judging_2: maybe,
    judging_3: maybe,
    judging_4: maybe,
    decided: maybe,
    archived: maybe,
  }),
  end: moment,
});

/** Every phase an edition can have, in order. */
export const ALL_PHASES: readonly Pick<Phase, "kind" | "roundNo">[] = PHASE_KINDS.flatMap((kind): Pick<Phase, "kind" | "roundNo">[] =>
  kind === "judging" ? Array.from({ length: ROUNDS_MAX }, (_, i) => ({ kind, roundNo: i + 1 })) : [{ kind, roundNo: null }],
);

/** The phases of a parsed form, each until the next begins. Refuses with "no_such_time" for an hour the clock of the zone skips. */
export function phasesOf({ from, end }: z.output<typeof phasesForm>, zone: string): Phase[] {
  const at = (text: string, field: string): Date => momentOf(zone, text, field);
  const begins = ALL_PHASES.flatMap((phase) => {
    const key = phaseKey(phase) as keyof typeof from;
    const text = from[key];
    return text === undefined ? [] : [{ ...phase, from: at(text, `from.${key}`) }];
  });
  const last = at(end, "end");
  return begins.map((phase, i) => ({ ...phase, until: begins[i + 1]?.from ?? last }));
}

/** `beginNextPhase(ctx, {editionSlug, ...value})`, behind a tick. */
export const nextPhaseForm = z.object({ from: id, sure: z.literal("on", { error: "edition.sure_needed" }) });

/** `movePhaseEnd(ctx, …)`: the moment by the clock of the venue. */
export const phaseEndForm = z.object({ phase: id, until: moment });

/** `extendEntry(ctx, …)`: the moment by the clock of the venue. */
export const extensionForm = z.object({ entryId: id, until: moment });

/** `setGrace(ctx, …)`. */
export const graceForm = z.object({ seconds: count });

/** A moment of a form on the clock of the venue. Refuses with "no_such_time" and the `field`. */
export function momentOf(zone: string, text: string, field: string): Date {
  return instantOf(zone, text.slice(0, 10), text.slice(11), { field });
}

/** A question of the entry form: `changeForm(ctx, {editionSlug, change: {do: "save", …}})`. Options come as lines. */
export const fieldForm = z.object({
  key: id.optional(),
  kind: z.enum(FIELD_KINDS, missing("error.field.choice")).optional(),
  label: labels(LABEL_MAX),
  help: maybeLabels(HELP_MAX),
  required: z.literal("on").optional(),
  wordsMax: count.optional(),
  options: free(4_000),
  categories: z.array(z.string().max(60)).optional(),
  audience: z.enum(AUDIENCES, missing("error.field.choice")),
});

/** `setRules(ctx, {editionSlug, rules: value})`; what is left empty is no rule. */
export const rulesForm = z
  .object({
    minStage: z.enum(STAGES).optional(),
    teamMin: count.optional(),
    teamMax: count.optional(),
    perCategory: count.optional(),
    ownCampus: z.literal("on").optional(),
  })
  .transform(({ ownCampus, ...rules }) => ({ ...rules, ...(ownCampus === "on" ? { ownCampus: true } : {}) }));

/** `ruleEntry(ctx, {editionSlug, ...value})`. */
export const rulingForm = z.object({
  entryId: id,
  verdict: z.enum(["in", "out"], missing("error.field.choice")),
  reason: z.string(missing("error.field.required")).trim().min(1, "error.field.required").max(RULING_REASON_MAX, "error.field.too_long"),
});

/** `copyEdition(ctx, {from, ...value})`. */
export const copyForm = z.object({
  slug,
  name: labels(EDITION_NAME_MAX),
  theme: labels(THEME_MAX),
});
