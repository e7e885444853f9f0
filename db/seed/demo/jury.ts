import type { DomainCode } from "../taxonomy";
import type { EditionSlug, IdeaSlug, PersonSlug } from "./types";

/** What a juror tells of themselves for an edition. */
export interface JurorSeed {
  readonly domains: readonly DomainCode[];
  /** How many entries they take at most; left out: no limit of their own. */
  readonly most?: number;
  /** Days of an edition on which they are away, counted from now, last day included. */
  readonly away?: { readonly edition: EditionSlug; readonly fromDay: number; readonly toDay: number };
  /** Entries they had rather not score. */
  readonly ratherNot?: readonly IdeaSlug[];
}

/** What the jurors of the demo bring; their languages are those of their profile. */
export const JURORS: Readonly<Partial<Record<PersonSlug, JurorSeed>>> = {
  rik: { domains: ["energy", "electronics", "metal", "mobility"], most: 15, ratherNot: ["plukarm"] },
  helene: {
    domains: ["education", "care", "circular", "construction"],
    away: { edition: "t2-awards-2026", fromDay: -9, toDay: -8 },
    ratherNot: ["cobot-sans-code"],
  },
  meera: { domains: ["robotics", "ict", "electronics"], most: 16 },
  goele: { domains: ["care", "education", "food"], ratherNot: ["soft-gripper"] },
};
