/** The phases of an edition, in their order. Each begins where the one before ends. */
export const PHASE_KINDS = ["announced", "open", "judging", "deliberation", "published"] as const;
export type PhaseKind = (typeof PHASE_KINDS)[number];

/** A phase holds from `from` (included) to `until` (not included). */
export interface Phase {
  readonly kind: PhaseKind;
  readonly from: Date;
  readonly until: Date;
}

/** Places in a category; 0 is the prize of the public. */
export const AUDIENCE_PLACE = 0;
export const PLACES = [1, 2, 3, AUDIENCE_PLACE] as const;
export type Place = (typeof PLACES)[number];

export const JURORS_PER_ENTRY_MAX = 9;

/**
 * The one phase that is active at a moment, by its dates alone, whether or not a job ran: the last that has begun.
 * Before the first it is the first, after the last it is the last. Throws RangeError without phases.
 */
export function activePhase<P extends Phase>(phases: readonly P[], now: Date): P {
  const inOrder = [...phases].sort((a, b) => a.from.getTime() - b.from.getTime());
  const active = inOrder.filter((phase) => phase.from <= now).at(-1) ?? inOrder[0];
  if (!active) throw new RangeError("an edition without phases");
  return active;
}

/** Tells whether the phases are all five, in order, each of some length and beginning where the one before ends. */
export function arePhases(phases: readonly Phase[]): boolean {
  if (phases.length !== PHASE_KINDS.length) return false;
  return phases.every((phase, i) => {
    const before = phases[i - 1];
    const follows = before === undefined || before.until.getTime() === phase.from.getTime();
    return phase.kind === PHASE_KINDS[i] && phase.from < phase.until && follows;
  });
}

/** Tells whether prizes may be decided in this phase; publishing ends it. */
export function isDeciding(kind: PhaseKind): boolean {
  return kind === "deliberation" || kind === "published";
}

/** The place as one of the known ones; null for any other number. */
export function placeOf(value: number): Place | null {
  return PLACES.find((place) => place === value) ?? null;
}
