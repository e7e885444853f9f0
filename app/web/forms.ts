import { parseWithZod } from "@conform-to/zod/v4";
import type { z } from "zod";
import type { Message, MessageKey } from "~/locales/translate";
import nl from "~/locales/nl";

/** What goes back to the page of a refused form: everything typed, and what is wrong in the reader's words to come. */
export interface FormReply {
  readonly intent: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly fields: Readonly<Record<string, readonly Message[]>>;
  readonly form: readonly Message[];
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reply: FormReply };

const SECRET_FIELDS = /password|secret|token/i;

function isMessageKey(value: string): value is MessageKey {
  return value in nl || `${value}_other` in nl;
}

function messageOf(issue: z.core.$ZodIssue): Message {
  if (isMessageKey(issue.message)) {
    const { minimum, maximum } = issue as { minimum?: number | bigint; maximum?: number | bigint };
    return {
      key: issue.message,
      params: { ...(minimum !== undefined && { minimum: Number(minimum) }), ...(maximum !== undefined && { maximum: Number(maximum) }) },
    };
  }
  const missing = issue.code === "invalid_type" && issue.input === undefined;
  switch (issue.code) {
    case "too_small":
      return Number(issue.minimum) <= 1
        ? { key: "error.field.required" }
        : { key: "error.field.too_short", params: { minimum: Number(issue.minimum) } };
    case "too_big":
      return issue.origin === "array"
        ? { key: "error.field.too_many", params: { maximum: Number(issue.maximum) } }
        : { key: "error.field.too_long", params: { maximum: Number(issue.maximum) } };
    case "invalid_format":
      return { key: issue.format === "email" ? "error.field.email" : "error.field.invalid" };
    case "invalid_value":
      return { key: "error.field.choice" };
    case "invalid_type":
      return { key: missing ? "error.field.required" : issue.expected === "number" ? "error.field.number" : "error.field.invalid" };
    default:
      return { key: "error.field.invalid" };
  }
}

/** Everything typed in a form, secrets and files left out, so that a refused page can show it again. */
export function typedValues(form: FormData): Record<string, string[]> {
  // No plain object while collecting: a field may be called `toString`.
  const values = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value === "string" && !SECRET_FIELDS.test(name)) values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries(values);
}

/** Parses a form by a zod schema; nested names such as `needs[0].words` become lists and objects. */
export function parseForm<S extends z.ZodType>(form: FormData, schema: S): Parsed<z.output<S>> {
  const submission = parseWithZod(form, { schema, formatError: (issues: z.core.$ZodIssue[]) => issues.map(messageOf) });
  if (submission.status === "success") return { ok: true, value: submission.value };
  const { "": whole = null, ...rest } = submission.error ?? {};
  const fields = Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, Message[]] => entry[1] !== null));
  return { ok: false, reply: replyTo(form, { fields, form: whole ?? [] }) };
}

/** A reply that shows the form again with these messages. */
export function replyTo(form: FormData, messages: Partial<Pick<FormReply, "fields" | "form">>): FormReply {
  const intent = form.get("intent");
  return {
    intent: typeof intent === "string" ? intent : "",
    values: typedValues(form),
    fields: messages.fields ?? {},
    form: messages.form ?? [],
  };
}
