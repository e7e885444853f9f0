import type { Labels } from "#db/schema/campus";
import type { CriterionInput, LevelInput } from "../../rubric";

/** A text in Dutch, French and English. */
export type Three = readonly [nl: string, fr: string, en: string];
export const labels = ([nl, fr, en]: Three): Labels => ({ nl, fr, en });

/** A rubric of the library: our own words. Where its kind of criteria is in use, is named as a fact. */
export interface LibraryRubric {
  readonly code: string;
  /** Raised when a text or a weight changes: what was assessed by an older one stays what it was. */
  readonly no: number;
  readonly name: Labels;
  /** For which kind of idea it is. */
  readonly about: Labels;
  readonly sources: readonly { readonly name: string; readonly url: string }[];
  readonly criteria: readonly CriterionInput[];
}

/** Four steps, from nothing shown to more than asked: 0, 33, 67 and 100 points. */
const STEPS: readonly { readonly points: number; readonly label: Three }[] = [
  { points: 0, label: ["nog niet te zien", "pas encore visible", "not shown yet"] },
  { points: 3_300, label: ["gedeeltelijk", "en partie", "partly"] },
  { points: 6_700, label: ["duidelijk", "clairement", "clearly"] },
  { points: 10_000, label: ["sterk, meer dan gevraagd", "fort, au-delà de la demande", "strong, beyond what is asked"] },
];

/** One criterion: its weight, name and question, and what the jury sees at each of the four steps. */
export function criterion(
  code: string,
  weight: number,
  name: Three,
  question: Three,
  evidence: readonly [Three, Three, Three, Three],
): CriterionInput {
  const levels = STEPS.map(({ points, label }, i): LevelInput => ({
    level: i + 1,
    points,
    label: labels(label),
    evidence: labels(evidence[i] ?? ["", "", ""]),
  }));
  return { code, name: labels(name), question: labels(question), weight, counted: weight > 0, levels };
}
