import { data } from "@remix-run/node";
import type { DomainError, ErrorCode } from "~/domain/kernel/errors";
import type { Message, MessageKey } from "~/locales/translate";
import type { FormReply } from "./forms";
import { replyTo } from "./forms";

/** HTTP status of each refusal. */
export const STATUS_OF: Readonly<Record<ErrorCode, number>> = {
  not_found: 404,
  forbidden: 403,
  sign_in_needed: 403,
  suspended: 403,
  impersonating: 403,
  invalid: 400,
  conflict: 409,
  stale: 409,
  already_done: 409,
  token_invalid: 400,
  too_many: 429,
  wrong_password: 400,
  last_owner: 409,
  on_hold: 409,
  same_person: 400,
  slot_taken: 409,
  closed: 409,
  no_induction: 403,
  quota_hours: 409,
  quota_open: 409,
  in_the_past: 409,
  too_far: 409,
  not_bookable: 403,
  no_such_time: 400,
  bookings_in_the_way: 409,
  entries_closed: 409,
  entries_open: 409,
  judging_closed: 409,
  deciding_closed: 409,
  dossier_incomplete: 400,
  sheet_incomplete: 400,
  assign_infeasible: 409,
  place_taken: 409,
  not_present: 409,
  nothing_to_publish: 409,
  letters_open: 409,
  not_published: 409,
  not_available: 409,
  closed_to_coach: 409,
  coach_full: 409,
  too_many_talks: 409,
  too_late: 409,
  too_early: 409,
  not_yet: 409,
  hours_overlap: 409,
  room_closed: 409,
  round_closed: 409,
  votes_spent: 409,
  board_full: 409,
  too_many_open: 409,
  registration_closed: 409,
  check_in_closed: 409,
  wrong_code: 400,
  session_full: 409,
  not_registered: 409,
  nobody_to_meet: 409,
  planning_slow: 503,
  graft_unseen: 409,
  graft_sealed: 409,
  graft_agreed: 409,
  team_changed: 409,
  allotment_changed: 409,
  vote_open: 409,
  vote_closed: 409,
  vote_begun: 409,
  vote_empty: 409,
  not_verified: 403,
  prize_missing: 409,
  prize_revealed: 409,
  show_closed: 409,
  jury_open: 409,
  rubric_used: 409,
  category_used: 409,
  vault_closed: 503,
  code_refused: 400,
  factor_needed: 403,
  busy: 503,
  cannot_store: 507,
  term_named: 409,
  term_merged_on: 409,
  sign_up_closed: 403,
  vat_invalid: 409,
  company_changed: 409,
};

/** The person's message for a refusal. */
export function messageFor(error: DomainError): Message {
  return { key: `error.${error.code}`, params: error.params };
}

/** The answer that shows a refused form again: 400 for bad input, else as the refusal says. Nothing typed is lost. */
export function refuseForm(reply: FormReply, status = 400) {
  return data({ reply, done: null as string | null }, { status });
}

/** The answer to a form the domain refused. */
export function refuseBy(error: DomainError, form: FormData) {
  const { field, message } = error.params;
  if (typeof field !== "string") return refuseForm(replyTo(form, { form: [messageFor(error)] }), STATUS_OF[error.code]);
  // A refusal that names its field stands beside it, with a text of its own when it brought one.
  const said: Message = typeof message === "string" ? { key: message as MessageKey, params: error.params } : messageFor(error);
  return refuseForm(replyTo(form, { fields: { [field]: [said] } }), STATUS_OF[error.code]);
}
