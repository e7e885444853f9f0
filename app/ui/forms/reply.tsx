import { Form, useActionData } from "@remix-run/react";
import type { FormProps } from "@remix-run/react";
import type { ReactNode } from "react";
import { createContext, useContext } from "react";
import type { Message } from "~/locales/translate";

/** The shape of a refused form, as the web layer sends it back. */
export interface Reply {
  readonly intent: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly fields: Readonly<Record<string, readonly Message[]>>;
  readonly form: readonly Message[];
}
/** HTML constraints of one field, made on the server from its schema. */
export interface Constraint {
  readonly required?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}
interface FormState {
  readonly id: string;
  readonly reply: Reply | null;
  readonly constraints: Readonly<Record<string, Constraint | undefined>>;
}
const FormContext = createContext<FormState>({ id: "", reply: null, constraints: {} });

/**
 * Sent along by a form that shows no answer itself, mostly one button: what the rules refuse is told at the head of the page
 * (`ui/kit/Page`), and what could not be done at all on a page of its own (web/route.ts).
 */
const BARE = "bare";

/** Whether it answers a form that shows nothing of it. */
export const isBare = (reply: Reply): boolean => BARE in reply.values;

/** The answer to a form on this page that shows nothing of it, if that is what was sent. */
export function useBareReply(): Reply | null {
  const reply = (useActionData() as { readonly reply?: Reply | null } | undefined)?.reply;
  return reply && isBare(reply) ? reply : null;
}

/** A form that works without JavaScript and shows a refused answer with everything typed still there. */
export function ReplyForm(
  props: FormProps & { formId: string; reply?: Reply | null; intent?: string; constraints?: FormState["constraints"] },
) {
  const { formId, reply = null, intent, constraints = {}, children, ...rest } = props;
  const mine = reply && !isBare(reply) && (intent === undefined || reply.intent === intent) ? reply : null;
  return (
    <FormContext.Provider value={{ id: formId, reply: mine, constraints }}>
      <Form method="post" noValidate={mine !== null} {...rest}>
        {intent === undefined ? null : <input type="hidden" name="intent" value={intent} />}
        {"reply" in props ? null : <input type="hidden" name={BARE} value="1" />}
        {children}
      </Form>
    </FormContext.Provider>
  );
}

/** An answer that is shown where its form is not, so that no field can be pointed at. */
export function Answer({ reply, children }: { reply: Reply; children: ReactNode }) {
  const whole = { ...reply, form: [...reply.form, ...Object.values(reply.fields).flat()], fields: {} };
  return <FormContext.Provider value={{ id: "refused", reply: whole, constraints: {} }}>{children}</FormContext.Provider>;
}

/** The id of a field in a form. */
export const fieldId = (formId: string, name: string): string => `${formId}-${name.replace(/[^\w-]+/g, "-")}`;

/** What the form knows of one field: its id, what was typed, what is wrong, its constraints. */
export function useField(name: string, initial?: string) {
  const { id, reply, constraints } = useContext(FormContext);
  const typed = reply?.values[name];
  return {
    id: fieldId(id, name),
    value: reply ? (typed?.[0] ?? "") : (initial ?? ""),
    values: typed ?? null,
    refused: reply !== null,
    errors: reply?.fields[name] ?? [],
    constraint: constraints[name.replace(/\[\d+\]/g, "[]")] ?? {},
  };
}

/** The reply the surrounding form shows, with its id. */
export function useReply(): FormState {
  return useContext(FormContext);
}
