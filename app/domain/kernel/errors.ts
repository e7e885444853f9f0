/** Every reason for which a use case refuses. Each has a text `error.<code>` in three languages and a HTTP status in the web layer. */
export const ERROR_CODES = [
  "not_found",
  "forbidden",
  "sign_in_needed",
  "suspended",
  "impersonating",
  "invalid",
  "conflict",
  "stale",
  "already_done",
  "token_invalid",
  "too_many",
  "wrong_password",
  "last_owner",
  "on_hold",
  "same_person",
  "slot_taken",
  "closed",
  "no_induction",
  "quota_hours",
  "quota_open",
  "in_the_past",
  "too_far",
  "not_bookable",
  "no_such_time",
  "bookings_in_the_way",
  "entries_closed",
  "entries_open",
  "judging_closed",
  "deciding_closed",
  "dossier_incomplete",
  "sheet_incomplete",
  "assign_infeasible",
  "place_taken",
  "not_present",
  "nothing_to_publish",
  "letters_open",
  "not_published",
  "not_available",
  "closed_to_coach",
  "coach_full",
  "too_many_talks",
  "too_late",
  "too_early",
  "not_yet",
  "hours_overlap",
  "room_closed",
  "round_closed",
  "votes_spent",
  "board_full",
  "too_many_open",
  "registration_closed",
  "check_in_closed",
  "wrong_code",
  "session_full",
  "not_registered",
  "nobody_to_meet",
  "planning_slow",
  "graft_unseen",
  "graft_sealed",
  "graft_agreed",
  "team_changed",
  "allotment_changed",
  "vote_open",
  "vote_closed",
  "vote_begun",
  "vote_empty",
  "not_verified",
  "prize_missing",
  "prize_revealed",
  "show_closed",
  "jury_open",
  "rubric_used",
  "category_used",
  "vault_closed",
  "code_refused",
  "factor_needed",
  "busy",
  "cannot_store",
  "term_named",
  "term_merged_on",
  "sign_up_closed",
  "vat_invalid",
  "company_changed",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];
export type ErrorParams = Readonly<Record<string, string | number>>;

/** A refusal by a rule of the domain: known by its `code`, not by `instanceof` (bundles may hold two copies of the class). */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.params = params;
  }
}

/** Tells whether something thrown is a refusal of the domain. */
export function isDomainError(thrown: unknown): thrown is DomainError {
  if (!(thrown instanceof Error) || thrown.name !== "DomainError") return false;
  return (ERROR_CODES as readonly string[]).includes((thrown as DomainError).code);
}

/** Returns the value, or refuses with "not_found": what a person may not see does not exist for them. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new DomainError("not_found");
  return value;
}
