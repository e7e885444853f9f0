import type { EntryContent } from "#db/schema/awards";
import { DESCRIPTION_MAX, PITCH_MAX, TITLE_STORED_MAX } from "../ideas/idea";
import type { FieldProblem, FormField } from "./form-field";
import { answerOf, fieldName, problemOf } from "./form-field";

export type { EntryContent };

export const ENTRY_STATES = ["draft", "submitted", "withdrawn"] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** The texts every dossier has, whatever else the form of the edition asks. */
export const DOSSIER_FIELDS = ["title", "pitch", "description"] as const;
export type DossierField = (typeof DOSSIER_FIELDS)[number];
/** Those a dossier must have to be submitted. */
export const DOSSIER_REQUIRED = ["title", "pitch"] as const satisfies readonly DossierField[];

/** The longest text of each of them, in characters. */
export const DOSSIER_MAX: Readonly<Record<DossierField, number>> = {
  title: TITLE_STORED_MAX,
  pitch: PITCH_MAX,
  description: DESCRIPTION_MAX,
};

/** What keeps a dossier from being submitted: the name of the field in the form, and what is wrong. */
export interface Lacking {
  readonly name: string;
  readonly problem: FieldProblem;
}

/** Everything that keeps a dossier from being submitted, in the order of the form; `fields` are those its category is asked. */
export function lacksOf(content: EntryContent, fields: readonly FormField[]): Lacking[] {
  const own = DOSSIER_REQUIRED.filter((name) => content[name].trim() === "").map((name): Lacking => ({ name, problem: "missing" }));
  const asked = fields.flatMap((field): Lacking[] => {
    const problem = problemOf(field, answerOf(content, field.key));
    return problem === null ? [] : [{ name: fieldName(field.key), problem }];
  });
  return [...own, ...asked];
}

/** The exact text of which a version keeps the SHA-256: JSON on one line with the keys in this order; answers by key, if there are any. */
export function canonicalEntry(content: EntryContent, ideaVersionNo: number): string {
  const { lang, title, pitch, description, problem, done, next } = content;
  const given = Object.entries(content.answers ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const answers = given.length > 0 ? Object.fromEntries(given) : undefined;
  return JSON.stringify({ lang, title, pitch, description, problem, done, next, ideaVersionNo, answers });
}
