import type { EntryRules } from "#db/schema/awards";
import type { Stage } from "../ideas/idea";
import { STAGES } from "../ideas/idea";

export type { EntryRules };
export const RULING_REASON_MAX = 500;
export const TEAM_LIMIT_MAX = 50;

export const ELIGIBILITY_RULES = ["consent", "stage", "team_min", "team_max", "campus", "per_category"] as const;
export type EligibilityRule = (typeof ELIGIBILITY_RULES)[number];

/** What the rules look at in one entry. */
export interface EntryFacts {
  readonly stage: Stage;
  readonly ideaCampusId: string;
  readonly editionCampusId: string;
  /** The team as it was frozen. */
  readonly team: readonly string[];
  /** Of those, who is in the team still and has not said yes. */
  readonly silent: number;
  /** In how many entries of its category the busiest of the team is, this one counted. */
  readonly most: number;
}

/** A rule an entry does not meet, with the figure that says how far off it is. */
export interface Unmet {
  readonly rule: EligibilityRule;
  readonly count: number;
}

/** Every rule an entry does not meet; empty when it is eligible. Consent is asked always, the rest as the edition says. */
export function unmetRules(rules: EntryRules, facts: EntryFacts): Unmet[] {
  const { minStage, teamMin, teamMax, ownCampus, perCategory } = rules;
  const size = facts.team.length;
  const all: readonly (Unmet & { broken: boolean })[] = [
    { rule: "consent", count: facts.silent, broken: facts.silent > 0 },
    { rule: "stage", count: 0, broken: minStage !== undefined && !isAtLeast(facts.stage, minStage) },
    { rule: "team_min", count: teamMin ?? 0, broken: teamMin !== undefined && size < teamMin },
    { rule: "team_max", count: teamMax ?? 0, broken: teamMax !== undefined && size > teamMax },
    { rule: "campus", count: 0, broken: ownCampus === true && facts.ideaCampusId !== facts.editionCampusId },
    { rule: "per_category", count: perCategory ?? 0, broken: perCategory !== undefined && facts.most > perCategory },
  ];
  return all.filter(({ broken }) => broken).map(({ rule, count }) => ({ rule, count }));
}

function isAtLeast(stage: Stage, least: string): boolean {
  return STAGES.indexOf(stage) >= (STAGES as readonly string[]).indexOf(least);
}

/** Tells whether rules can be kept: known stage, whole numbers in range, the smallest team not above the largest. */
export function areRules({ minStage, teamMin, teamMax, perCategory }: EntryRules): boolean {
  const inRange = (count: number | undefined): boolean =>
    count === undefined || (Number.isInteger(count) && count >= 1 && count <= TEAM_LIMIT_MAX);
  if (minStage !== undefined && !(STAGES as readonly string[]).includes(minStage)) return false;
  return [teamMin, teamMax, perCategory].every(inRange) && (teamMin ?? 1) <= (teamMax ?? TEAM_LIMIT_MAX);
}
