import type { EntryContent } from "#db/schema/awards";
import { DESCRIPTION_MAX, PITCH_MAX, TITLE_STORED_MAX } from "../ideas/idea";

export type { EntryContent };

export const ENTRY_STATES = ["draft", "submitted", "withdrawn"] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** The texts of a dossier. */
export const DOSSIER_FIELDS = ["title", "pitch", "description", "problem", "done", "next"] as const;
export type DossierField = (typeof DOSSIER_FIELDS)[number];
/** What a dossier must have to be submitted. */
export const DOSSIER_REQUIRED = ["title", "pitch", "problem", "done", "next"] as const satisfies readonly DossierField[];

const ANSWER_MAX = 3_000;
/** The longest text of each field, in characters. */
export const DOSSIER_MAX: Readonly<Record<DossierField, number>> = {
  title: TITLE_STORED_MAX,
  pitch: PITCH_MAX,
  description: DESCRIPTION_MAX,
  problem: ANSWER_MAX,
  done: ANSWER_MAX,
  next: ANSWER_MAX,
};

/** The required fields that are still empty. */
export function missingFields(content: Pick<EntryContent, DossierField>): DossierField[] {
  return DOSSIER_REQUIRED.filter((field) => content[field].trim() === "");
}

/** The exact text of which a version keeps the SHA-256: JSON on one line with the keys in this order. */
export function canonicalEntry(content: EntryContent, ideaVersionNo: number): string {
  const { lang, title, pitch, description, problem, done, next } = content;
  return JSON.stringify({ lang, title, pitch, description, problem, done, next, ideaVersionNo });
}
