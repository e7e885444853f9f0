/** The phases of an edition, in their order. Each begins where the one before ends; judging may come several times, once a round. */
export const PHASE_KINDS = ["announced", "open", "eligibility", "judging", "deliberation", "decided", "published", "archived"] as const;
export type PhaseKind = (typeof PHASE_KINDS)[number];
/** Phases an edition may do without. */
const OPTIONAL_KINDS: readonly PhaseKind[] = ["eligibility", "decided", "archived"];
/** The most rounds of judging. */
export const ROUNDS_MAX = 4;

/** A phase holds from `from` (included) to `until` (not included). */
export interface Phase {
  readonly kind: PhaseKind;
  /** Which round of judging it is, from 1; absent or null for every other kind. The first round when absent for judging. */
  readonly roundNo?: number | null;
  readonly from: Date;
  readonly until: Date;
}

/** Places in a category; 0 is the prize of the public. */
export const AUDIENCE_PLACE = 0;
export const PLACES = [1, 2, 3, AUDIENCE_PLACE] as const;
export type Place = (typeof PLACES)[number];

export const JURORS_PER_ENTRY_MAX = 9;
export const EDITION_NAME_MAX = 80;
export const THEME_MAX = 160;
/** The longest grace after the deadline, in seconds. */
export const GRACE_MAX = 3_600;

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

/** The round of a judging phase; null for other phases. */
export function roundOf({ kind, roundNo }: Pick<Phase, "kind" | "roundNo">): number | null {
  return kind === "judging" ? (roundNo ?? 1) : null;
}

/** Tells phases of an edition apart, in forms and lists: their kind, and the round when it is not the first. */
export function phaseKey(phase: Pick<Phase, "kind" | "roundNo">): string {
  const round = roundOf(phase) ?? 1;
  return round === 1 ? phase.kind : `${phase.kind}_${round}`;
}

/**
 * Tells whether phases make an edition: in order, each of some length and beginning where the one before ends; all kinds there, but
 * for eligibility, the embargo and the archive, which an edition may leave out; and judging once for each round from 1.
 */
export function arePhases(phases: readonly Phase[]): boolean {
  const kinds = new Set(phases.map(({ kind }) => kind));
  if (!PHASE_KINDS.every((kind) => kinds.has(kind) || OPTIONAL_KINDS.includes(kind))) return false;
  if (phases.filter(({ kind }) => kind === "judging").length > ROUNDS_MAX) return false;
  return phases.every((phase, i) => {
    const before = phases[i - 1];
    if (phase.from >= phase.until) return false;
    if (before === undefined) return phase.kind === "announced";
    return before.until.getTime() === phase.from.getTime() && comesAfter(phase, before);
  });
}

function comesAfter(phase: Phase, before: Phase): boolean {
  const step = PHASE_KINDS.indexOf(phase.kind) - PHASE_KINDS.indexOf(before.kind);
  if (phase.kind !== "judging") return step > 0;
  return before.kind === "judging" ? roundOf(phase) === (roundOf(before) ?? 0) + 1 : step > 0 && roundOf(phase) === 1;
}

/** Tells whether prizes may be decided in this phase; publishing ends it. */
export function isDeciding(kind: PhaseKind): boolean {
  return PHASE_KINDS.indexOf(kind) >= PHASE_KINDS.indexOf("deliberation");
}

/** Tells whether entries have not closed for everybody yet. */
export function isBeforeClosing(kind: PhaseKind): boolean {
  return kind === "announced" || kind === "open";
}

/** The deadline of an entry: the end of the open phase, or what the organiser gave this entry when that is later. */
export function deadlineOf(phases: readonly Phase[], extendedUntil: Date | null = null): Date {
  const closes = phases.find(({ kind }) => kind === "open")?.until ?? new Date(0);
  return extendedUntil !== null && extendedUntil > closes ? extendedUntil : closes;
}

/** Tells whether something may still be sent in at a moment: from the opening until the deadline and its seconds of grace. */
export function isEntering(phases: readonly Phase[], graceSeconds: number, now: Date, extendedUntil: Date | null = null): boolean {
  const opens = phases.find(({ kind }) => kind === "open")?.from;
  if (opens === undefined || now < opens) return false;
  return now.getTime() < deadlineOf(phases, extendedUntil).getTime() + graceSeconds * 1000;
}

/** The place as one of the known ones; null for any other number. */
export function placeOf(value: number): Place | null {
  return PLACES.find((place) => place === value) ?? null;
}
