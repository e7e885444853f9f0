import { days, hours, minutes } from "../kernel/time";

/** How far a registration is: `begun` until its person proved the address, `waiting` for who decides, or over. */
export const REGISTRATION_STATES = ["begun", "waiting", "approved", "refused", "withdrawn", "lapsed"] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** What is known of a VAT number: nothing asked yet, the last answer, or that no answer came; `none` where there is no number. */
export const VAT_STATES = ["none", "unchecked", "valid", "invalid", "unavailable"] as const;
export type VatState = (typeof VAT_STATES)[number];

/** What the EU's service said of a number; `trouble` is its own word for why it could not say, or ours. */
export type VatAnswer =
  | { readonly outcome: "valid" | "invalid"; readonly name: string; readonly address: string; readonly consultation: string | null }
  | { readonly outcome: "unavailable"; readonly trouble: string };

/** The trouble of a server that asks nobody, by its settings: a reason neither to ask again nor to tell anybody. */
export const CHECKS_OFF = "OFF";

/** Asks the EU's service about a number such as BE0203201340. Never throws for an answer that does not come. */
export type AskVat = (vat: string) => Promise<VatAnswer>;

/** Milliseconds from each try that got no answer to the next; after the last, an organiser is told. Four days and a half in all. */
export const CHECK_PAUSES = [
  minutes(1),
  minutes(5),
  minutes(30),
  hours(2),
  hours(6),
  hours(12),
  hours(24),
  hours(24),
  hours(24),
  hours(16),
] as const;

/** How long whoever decides has, when they are reminded of it, and after how long nobody waits any more (milliseconds). */
export const DECIDE_WITHIN = days(7);
export const LAPSES_AFTER = days(60);

export const COMPANY_NAME_MAX = 100;
export const COMPANY_TEXT_MAX = 600;
export const WITHOUT_VAT_MAX = 300;
export const DECISION_REASON_MAX = 500;
