import type { Labels } from "#db/schema/campus";
import type { TieRule } from "../../judging/ties";

/** The minutes of a deliberation: what happened, as it happened. Names and titles are those of the day; moments are ISO 8601 in UTC. */
export interface Minutes {
  readonly edition: { readonly slug: string; readonly name: Labels; readonly zone: string };
  readonly chair: string | null;
  readonly present: readonly { readonly name: string; readonly from: string; readonly until: string | null }[];
  readonly turns: readonly {
    readonly at: string;
    readonly number: number;
    readonly title: string;
    readonly inside: readonly string[];
    readonly outside: readonly string[];
  }[];
  readonly motions: readonly MinutesMotion[];
  readonly ties: readonly {
    readonly at: string;
    readonly category: Labels;
    /** Numbers of entries, best first; those in one group are still tied. */
    readonly order: readonly (readonly number[])[];
    readonly rules: readonly TieRule[];
  }[];
  readonly decisions: readonly {
    readonly at: string;
    readonly category: Labels;
    readonly place: number;
    readonly number: number;
    readonly title: string;
    readonly citation: string;
  }[];
  readonly closing: string;
}
export interface MinutesMotion {
  readonly at: string;
  readonly closedAt: string | null;
  readonly category: Labels;
  readonly number: number;
  readonly title: string;
  readonly place: number;
  readonly proposedBy: string;
  readonly state: "proposed" | "voting" | "passed" | "refused" | "withdrawn";
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
  readonly quorum: number;
  /** Tells that too few voted. */
  readonly short: boolean;
}
