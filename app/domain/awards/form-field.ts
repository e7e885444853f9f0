import type { EntryContent } from "#db/schema/awards";
import type { FieldKind } from "#db/schema/awards-entry";
import type { Labels } from "#db/schema/campus";
import type { ShownFile } from "./files/entry-file";

export type { FieldKind };
export const FIELD_KINDS = ["text", "choice", "number", "file", "link", "video"] as const satisfies readonly FieldKind[];
export const AUDIENCES = ["jury", "organiser"] as const;
export type Audience = (typeof AUDIENCES)[number];

export interface FieldOption {
  readonly code: string;
  readonly label: Labels;
}
/** A question of the entry form, beside title, pitch and description, which every entry has. */
export interface FormField {
  /** Names the answer in the content of an entry; it stays when the question is reworded. */
  readonly key: string;
  readonly kind: FieldKind;
  readonly label: Labels;
  readonly help: Labels;
  readonly required: boolean;
  /** Most words of a text; null for no limit but the length in characters. */
  readonly wordsMax: number | null;
  /** What a choice is between. */
  readonly options: readonly FieldOption[];
  /** Codes of the categories that are asked; empty for all. */
  readonly categories: readonly string[];
  /** Who reads the answer: the jury and organisers, or organisers alone. The team always does. */
  readonly audience: Audience;
}

export const FIELDS_MAX = 20;
export const LABEL_MAX = 120;
export const HELP_MAX = 300;
export const WORDS_MAX = 2_000;
export const OPTIONS_MAX = 12;
const TEXT_CHARS = 3_000;
const CHARS_A_WORD = 15;
const LINE_CHARS = 2_000;

/** Questions whose answers have a place of their own in the content of an entry, from before forms could differ. */
export const CLASSIC_KEYS = ["problem", "done", "next"] as const;
type ClassicKey = (typeof CLASSIC_KEYS)[number];
const isClassic = (key: string): key is ClassicKey => (CLASSIC_KEYS as readonly string[]).includes(key);

const classic = (key: ClassicKey, label: Labels, help: Labels): FormField => ({
  key,
  kind: "text",
  label,
  help,
  required: true,
  wordsMax: null,
  options: [],
  categories: [],
  audience: "jury",
});

/** What is asked until an organiser makes a form. */
export const DEFAULT_FIELDS: readonly FormField[] = [
  classic(
    "problem",
    { nl: "Probleem", fr: "Problème", en: "Problem" },
    {
      nl: "Wie heeft hier last van, en hoe weet je dat?",
      fr: "Qui en souffre, et comment le savez-vous ?",
      en: "Who suffers from this, and how do you know?",
    },
  ),
  classic(
    "done",
    { nl: "Wat al gebeurde", fr: "Ce qui est déjà fait", en: "What has been done" },
    {
      nl: "Wat probeerde of maakte je al? Wat leerde je daaruit?",
      fr: "Qu’avez-vous déjà essayé ou fabriqué ? Qu’avez-vous appris ?",
      en: "What have you tried or made? What did you learn?",
    },
  ),
  classic(
    "next",
    { nl: "Volgende stap", fr: "Étape suivante", en: "Next step" },
    {
      nl: "Wat doe je hierna, en wat heb je daarvoor nodig?",
      fr: "Que ferez-vous ensuite, et de quoi avez-vous besoin ?",
      en: "What do you do next, and what do you need for it?",
    },
  ),
];

/** The number of words in a text: runs of letters and digits; "co-creatie", "l’idée" and "3,5" are one. Page and server count alike. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.,@/-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** The most characters an answer may hold. */
export function charsMax({ kind, wordsMax }: Pick<FormField, "kind" | "wordsMax">): number {
  if (kind !== "text") return LINE_CHARS;
  return Math.max(TEXT_CHARS, (wordsMax ?? 0) * CHARS_A_WORD);
}

/** What an entry answers; empty for nothing. To a question for a file the SHA-256 of what it holds, which a frozen version keeps. */
export function answerOf(content: Partial<EntryContent>, key: string): string {
  return (isClassic(key) ? content[key] : content.answers?.[key]) ?? "";
}

/** The content with one answer changed. */
export function withAnswer(content: EntryContent, key: string, answer: string): EntryContent {
  if (answerOf(content, key) === answer) return content;
  if (isClassic(key)) return { ...content, [key]: answer };
  const { [key]: _, ...others } = content.answers ?? {};
  const answers = answer === "" ? others : { ...others, [key]: answer };
  const { answers: _before, ...rest } = content;
  return Object.keys(answers).length > 0 ? { ...rest, answers } : rest;
}

/** The name of an answer in a form. */
export function fieldName(key: string): string {
  return isClassic(key) ? key : `answer.${key}`;
}

/** The questions an entry of a category is asked, in order. */
export function askedIn<F extends Pick<FormField, "categories">>(fields: readonly F[], categoryCode: string): F[] {
  return fields.filter(({ categories }) => categories.length === 0 || categories.includes(categoryCode));
}

/** What is wrong with an answer. */
export type FieldProblem = "missing" | "too_many_words" | "number" | "link" | "choice";

/** What is wrong with an answer before it can be submitted; null when nothing is. */
export function problemOf(field: FormField, answer: string): FieldProblem | null {
  const given = answer.trim();
  if (given === "") return field.required ? "missing" : null;
  switch (field.kind) {
    case "text":
      return field.wordsMax !== null && countWords(given) > field.wordsMax ? "too_many_words" : null;
    case "number":
      return /^-?\d{1,12}([.,]\d{1,6})?$/.test(given) ? null : "number";
    case "link":
    case "video":
      return isLink(given) ? null : "link";
    case "choice":
      return field.options.some(({ code }) => code === given) ? null : "choice";
    case "file":
      return null;
  }
}

/** Tells whether a text is the address of a page: https, with a host that has a dot, without a log-in in it. */
export function isLink(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return protocol === "https:" && /\.[a-z]{2,}$/i.test(hostname) && username === "" && password === "";
}

/** The content with the answers to these questions and no others: what is frozen, and what a reader who may not see all gets. */
export function onlyAnswers(content: EntryContent, fields: readonly Pick<FormField, "key">[]): EntryContent {
  const { answers: _, ...rest } = content;
  const blank: EntryContent = { ...rest, problem: "", done: "", next: "" };
  return fields.reduce((kept, { key }) => withAnswer(kept, key, answerOf(content, key)), blank);
}

/** An answer as it is read: its question, and its text or the option that was chosen. */
export interface Answered {
  readonly key: string;
  readonly kind: FieldKind;
  readonly label: Labels;
  readonly text: string;
  readonly option: Labels | null;
  /** What a question for a file was answered with. */
  readonly file?: ShownFile;
}

/** The questions that were answered, in order; those for a file with what the reader may get of it. */
export function answered(
  content: EntryContent,
  fields: readonly FormField[],
  files: ReadonlyMap<string, ShownFile> = new Map<string, ShownFile>(),
): Answered[] {
  return fields.flatMap(({ key, kind, label, options }): Answered[] => {
    const file = files.get(key);
    if (kind === "file") return file ? [{ key, kind, label, text: "", option: null, file }] : [];
    const text = answerOf(content, key).trim();
    const option = kind === "choice" ? (options.find(({ code }) => code === text)?.label ?? null) : null;
    return text === "" ? [] : [{ key, kind, label, text, option }];
  });
}
