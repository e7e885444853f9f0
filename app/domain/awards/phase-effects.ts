import type { Phase, PhaseKind } from "./edition";
import { roundOf } from "./edition";

/** What the counts of an edition say at this moment. */
export interface PhaseCounts {
  readonly drafts: number;
  readonly submitted: number;
  readonly jurors: number;
  /** Sheets of the round that are given and not sent. */
  readonly sheetsMissing: number;
  /** Submitted entries nobody has to score in the round. */
  readonly unshared: number;
  readonly prizes: number;
  /** People who hear of the result. */
  readonly told: number;
  /** Blind rounds, and entries of which nobody made the copy jurors then read. */
  readonly blind?: { readonly rounds: readonly number[]; readonly toCheck: number };
}

/** What happens when a phase begins, in the order it is told; texts are `edition.effect.CODE`. */
export interface PhaseEffect {
  readonly code:
    | "shown"
    | "entries_open"
    | "entries_close"
    | "drafts_stay"
    | "organiser_checks"
    | "jurors_score"
    | "unshared"
    | "blind"
    | "to_redact"
    | "sheets_lock"
    | "sheets_missing"
    | "organiser_decides"
    | "embargo"
    | "publish_by_hand"
    | "publish_tells"
    | "archive"
    | "nobody_mailed";
  readonly count: number;
}

const effect = (code: PhaseEffect["code"], count = 0): PhaseEffect => ({ code, count });
/** An effect that is only worth telling when there is something. */
const some = (code: PhaseEffect["code"], count: number): PhaseEffect[] => (count > 0 ? [effect(code, count)] : []);

/** What will happen when `phase` begins after `before`: what opens and closes, who is mailed. Pure: the same page and tests use it. */
export function effectsOf(
  phase: Pick<Phase, "kind" | "roundNo">,
  before: Pick<Phase, "kind"> | undefined,
  counts: PhaseCounts,
): PhaseEffect[] {
  return [...closing(before?.kind, counts), ...opening(phase, counts), effect("nobody_mailed")];
}

/** In a blind round jurors read the redacted copy, of which some may be missing. */
function blinded(phase: Pick<Phase, "kind" | "roundNo">, blind: PhaseCounts["blind"]): PhaseEffect[] {
  if (!blind?.rounds.includes(roundOf(phase) ?? 0)) return [];
  return [effect("blind"), ...some("to_redact", blind.toCheck)];
}

function closing(before: PhaseKind | undefined, { drafts, sheetsMissing }: PhaseCounts): PhaseEffect[] {
  if (before === "open") return [effect("entries_close"), ...some("drafts_stay", drafts)];
  if (before === "judging") return [effect("sheets_lock"), ...some("sheets_missing", sheetsMissing)];
  return [];
}

function opening(phase: Pick<Phase, "kind" | "roundNo">, { submitted, jurors, unshared, prizes, told, blind }: PhaseCounts): PhaseEffect[] {
  switch (phase.kind) {
    case "announced":
      return [effect("shown")];
    case "open":
      return [effect("entries_open")];
    case "eligibility":
      return [effect("organiser_checks", submitted)];
    case "judging":
      return [effect("jurors_score", jurors), ...some("unshared", unshared), ...blinded(phase, blind)];
    case "deliberation":
      return [effect("organiser_decides")];
    case "decided":
      return [effect("embargo", prizes)];
    case "published":
      return [effect("publish_by_hand"), ...some("publish_tells", told)];
    case "archived":
      return [effect("archive")];
  }
}
