import { data } from "@remix-run/node";
import type { DomainError, ErrorCode } from "~/domain/kernel/errors";
import type { Message } from "~/locales/translate";
import type { FormReply } from "./forms";
import { replyTo } from "./forms";

/** HTTP status of each refusal. */
export const STATUS_OF: Readonly<Record<ErrorCode, number>> = {
  not_found: 404,
  forbidden: 403,
  sign_in_needed: 403,
  suspended: 403,
  invalid: 400,
  conflict: 409,
  stale: 409,
  already_done: 409,
  token_invalid: 400,
  too_many: 429,
  wrong_password: 400,
  last_owner: 409,
  same_person: 400,
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
  return refuseForm(replyTo(form, { form: [messageFor(error)] }), STATUS_OF[error.code]);
}
