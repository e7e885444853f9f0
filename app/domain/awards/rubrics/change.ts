import type { Labels } from "#db/schema/campus";
import { DomainError, found } from "../../kernel/errors";
import type { CriterionInput, RubricInput } from "../rubric";
import { CRITERIA_MAX, isRubric, LEVELS_MAX, LEVELS_MIN, POINTS_MAX } from "../rubric";
import { codeFor, labelsOf } from "./labels";
import { CRITERION_NAME_MAX, EVIDENCE_MAX, LEVEL_LABEL_MAX, QUESTION_MAX, RUBRIC_NAME_MAX } from "./limits";
import { even, FULL_WEIGHT, restTo, spread, sumOf } from "./weights";

export interface LevelDraft {
  /** Hundredths of a point; when none of the levels has any, they are shared out evenly from 0 to 10,000. */
  readonly points: number | null;
  readonly label: Labels;
  readonly evidence: Labels;
}
export interface CriterionDraft {
  readonly name: Labels;
  readonly question: Labels;
  readonly counted: boolean;
  /** From the lowest up. */
  readonly levels: readonly LevelDraft[];
}
/** A change of a rubric. Whatever it is, the weights that count come to 100 afterwards. */
export type RubricChange =
  | { readonly do: "rename"; readonly name: Labels }
  | { readonly do: "criterion"; /** Left out for a new one. */ readonly code?: string; readonly criterion: CriterionDraft }
  | { readonly do: "move"; readonly code: string; readonly by: -1 | 1 }
  | { readonly do: "remove"; readonly code: string }
  | {
      readonly do: "weights";
      readonly weights: Readonly<Record<string, number>>;
      /** Even them all out, or give what is short to one; left out, they are kept as they are. */
      readonly then?: "even" | { readonly restTo: string };
    };

/** A rubric after a change; pure. Refuses with "not_found" for a criterion that is not there, or "invalid" and the `field`. */
export function changed(rubric: RubricInput, change: RubricChange): RubricInput {
  const next = { ...rubric, ...partOf(rubric, change) };
  if (!isRubric(next)) throw new DomainError("invalid", { field: "criteria" });
  return next;
}

function partOf({ criteria }: RubricInput, change: RubricChange): Partial<RubricInput> {
  switch (change.do) {
    case "rename":
      return { name: labelsOf(change.name, "name", RUBRIC_NAME_MAX) };
    case "criterion":
      return { criteria: withCriterion(criteria, change.criterion, change.code) };
    case "move": {
      const at = criteria.findIndex(({ code }) => code === change.code);
      const moved = found(criteria[at]);
      const others = criteria.filter((one) => one !== moved);
      others.splice(Math.min(Math.max(at + change.by, 0), others.length), 0, moved);
      return { criteria: others };
    }
    case "remove": {
      const gone = found(criteria.find(({ code }) => code === change.code));
      return { criteria: counting(criteria.filter((one) => one !== gone)) };
    }
    case "weights":
      return { criteria: weighed(criteria, change) };
  }
}

/** Weights shared out anew, while something still counts. */
function counting(criteria: readonly CriterionInput[]): CriterionInput[] {
  if (!criteria.some(({ counted }) => counted)) throw new DomainError("invalid", { field: "counted" });
  return spread(criteria);
}

function withCriterion(criteria: readonly CriterionInput[], draft: CriterionDraft, code?: string): CriterionInput[] {
  const at = criteria.findIndex((one) => one.code === code);
  const old = code === undefined ? undefined : found(criteria[at]);
  if (!old && criteria.length >= CRITERIA_MAX) throw new DomainError("invalid", { field: "name.nl", max: CRITERIA_MAX });
  const name = labelsOf(draft.name, "name", CRITERION_NAME_MAX);
  const taken = criteria.map((one) => one.code);
  const { counted } = draft;
  const made: CriterionInput = {
    code: old?.code ?? codeFor(name.nl, taken, "criterion"),
    name,
    question: labelsOf(draft.question, "question", QUESTION_MAX),
    counted,
    // One that begins to count weighs nothing yet: whoever runs the edition says what it takes from the others.
    weight: counted && old?.counted ? old.weight : 0,
    levels: levelsOf(draft.levels),
  };
  return counting(old ? criteria.map((one) => (one === old ? made : one)) : [...criteria, made]);
}

function levelsOf(drafts: readonly LevelDraft[]): CriterionInput["levels"] {
  if (drafts.length < LEVELS_MIN || drafts.length > LEVELS_MAX) throw new DomainError("invalid", { field: "levels" });
  const open = drafts.every(({ points }) => points === null);
  const levels = drafts.map(({ points, label, evidence }, i) => ({
    level: i + 1,
    points: open ? Math.round((POINTS_MAX * i) / (drafts.length - 1)) : (points ?? -1),
    label: labelsOf(label, `levels.${i}.label`, LEVEL_LABEL_MAX),
    evidence: labelsOf(evidence, `levels.${i}.evidence`, EVIDENCE_MAX),
  }));
  const wrong = levels.findIndex(({ points }, i) => points < 0 || points > POINTS_MAX || points <= (levels[i - 1]?.points ?? -1));
  if (wrong >= 0) throw new DomainError("invalid", { field: `levels.${wrong}.points` });
  return levels;
}

function weighed(criteria: readonly CriterionInput[], { weights, then }: Extract<RubricChange, { do: "weights" }>): CriterionInput[] {
  const given = criteria.map((one) => ({ ...one, weight: one.counted ? (weights[one.code] ?? one.weight) : 0 }));
  if (then === "even") return even(given);
  const bad = given.find(({ weight }) => !Number.isInteger(weight) || weight < 0 || weight > FULL_WEIGHT);
  if (bad) throw new DomainError("invalid", { field: `weight.${bad.code}` });
  const done = then === undefined ? given : restTo(given, then.restTo);
  const sum = sumOf(done ?? given);
  if (done && sum === FULL_WEIGHT) return done;
  throw new DomainError("invalid", { field: "weights", sum: sumOf(given), rest: FULL_WEIGHT - sumOf(given) });
}
