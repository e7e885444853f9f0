/** How a person is named; numbers stay numbers. 1 and "1" are two people. */
export type GuestId = string | number;

export interface Guest<Id extends GuestId = GuestId> {
  readonly id: Id;
  /** Two who share none of these never meet; who speaks none meets nobody. */
  readonly languages: readonly string[];
  /** People of one group know each other already, such as a team: they never meet. */
  readonly group?: string | number | null;
}

export interface RoundsInput<Id extends GuestId = GuestId> {
  readonly people: readonly Guest<Id>[];
  /** What two give each other, in whichever order; a pair that is missing has 0, one given more than once its mean. */
  readonly affinity: readonly (readonly [Id, Id, number])[];
  readonly forbidden?: readonly (readonly [Id, Id])[];
  /** All rounds of the session, those already played among them. */
  readonly rounds: number;
  /** How many sit at a table, 2 or more. */
  readonly tableSize: number;
  /** The rounds already played, as they really were. They stay as they are, and count. */
  readonly kept?: readonly (readonly (readonly Id[])[])[];
  /** Who is not there for the rounds still to plan. */
  readonly absent?: readonly Id[];
  /** Coaches: they sit at no table and go round them all. */
  readonly rovers?: readonly Id[];
  /** With an odd number and tables of two: one pauses each round (the default), or one table has three. */
  readonly odd?: "pause" | "three";
  /**
   * The part of the total (0 to 1) that may be given up to lift the worst-off. Left out: nothing where the search is
   * complete, 0.01 where it is not.
   */
  readonly giveUp?: number;
  /** Decides among equals: the same seed gives the same plan. */
  readonly seed?: string;
  /** How long to search, as a multiple of the usual number of moves (1). */
  readonly effort?: number;
}

/** A coach and the table (its place in the round, from 0) they go to. */
export interface Visit<Id extends GuestId = GuestId> {
  readonly rover: Id;
  readonly table: number;
}

export interface RoundPlan<Id extends GuestId = GuestId> {
  readonly ok: true;
  /** Rounds, their tables, who sits there. */
  readonly rounds: readonly (readonly (readonly Id[])[])[];
  /** Who of those present has no table, for each round. */
  readonly pauses: readonly (readonly Id[])[];
  /** Where the coaches go, for each round; nothing is known of rounds that were kept. */
  readonly visits: readonly (readonly Visit<Id>[])[];
  /** The sum of the affinity of all pairs that met, each pair once. */
  readonly total: number;
  /** The least that one of those present gets: the sum of their affinity with whom they met. */
  readonly worst: number;
  /** No plan with these tables has a greater total, not even one in which more people pause. */
  readonly bound: number;
  /** True when no plan that seats as many people has a greater total. */
  readonly optimal: boolean;
}

/** What stands between the people: how many of the pairs each rule keeps apart (the first that applies counts). */
export interface Apart {
  readonly group: number;
  readonly forbidden: number;
  readonly language: number;
  /** They met in a round that was kept. */
  readonly met: number;
}

/** Nobody can meet anybody, with how many people are there and what keeps their pairs apart. */
export interface NoPlan {
  readonly ok: false;
  readonly present: number;
  readonly apart: Apart;
}

export type RoundsResult<Id extends GuestId = GuestId> = RoundPlan<Id> | NoPlan;

/** A mistake in what was given, in words for whoever made the file. */
export class RoundsInputError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "RoundsInputError";
  }
}
