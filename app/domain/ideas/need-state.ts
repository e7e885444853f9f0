/** How far a need is: nobody talks about it, it is being talked about, it is met. */
export const NEED_STATES = ["open", "in_talk", "met"] as const;
export type NeedState = (typeof NEED_STATES)[number];

export const MET_KINDS = ["idea", "person", "organisation", "words"] as const;
export type MetKind = (typeof MET_KINDS)[number];
export const MET_WORDS_MAX = 120;

/** By whom or what a need was met. */
export interface MetBy {
  readonly kind: MetKind;
  /** Id of the idea, person or organisation; null for free words. */
  readonly id: string | null;
  readonly words: string;
}

/** Reads "idea:ID", "person:ID" or "organisation:ID" as forms send it; anything else is free words. */
export function metByOf(choice: string, words: string): MetBy {
  const [, kind, id] = /^(idea|person|organisation):([\w-]{1,64})$/.exec(choice) ?? [];
  if (kind === undefined || id === undefined) return { kind: "words", id: null, words };
  return { kind: kind as MetKind, id, words: "" };
}
