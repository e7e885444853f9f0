import { z } from "zod";
import { emailField } from "../identity/forms";
import { AGE_BANDS, isMinor, NAME_MAX } from "../identity/person";
import { line, words } from "../kernel/fields";
import { COMPANY_NAME_MAX, COMPANY_TEXT_MAX, DECISION_REASON_MAX, WITHOUT_VAT_MAX } from "./company";
import { parseVat } from "./vat-number";

const REQUIRED = "error.field.required";
const TOO_LONG = "error.field.too_long";

/** Fields of a registration; `contact` asks beside them who it is, of a visitor. */
const fields = {
  name: line(COMPANY_NAME_MAX),
  campusId: z.string(REQUIRED).min(1, REQUIRED).max(64, "error.field.choice"),
  vatNumber: z.string().max(60, TOO_LONG).optional(),
  hasNoVat: z.literal("on").optional(),
  withoutVat: words(WITHOUT_VAT_MAX),
  website: z
    .url({ protocol: /^https?$/, message: "error.field.invalid" })
    .max(300, TOO_LONG)
    .optional(),
  offers: words(COMPANY_TEXT_MAX),
  seeks: words(COMPANY_TEXT_MAX),
};

interface Typed {
  readonly vatNumber?: string;
  readonly hasNoVat?: "on";
  readonly withoutVat: string;
  readonly offers: string;
  readonly seeks: string;
}

/** A number that has the form of its country, or the reason why there is none; and something that they offer or look for. */
function settled<T extends Typed>(typed: T, issues: z.core.$RefinementCtx) {
  const { vatNumber, hasNoVat, ...rest } = typed;
  const refuse = (field: string, message: string) => void issues.addIssue({ code: "custom", path: [field], message });
  if (rest.offers === "" && rest.seeks === "") refuse("offers", "companies.offers.none");
  if (hasNoVat) {
    if (rest.withoutVat === "") refuse("withoutVat", REQUIRED);
    return { ...rest, vatNumber: null };
  }
  const parsed = parseVat(vatNumber ?? "");
  if ((vatNumber ?? "").trim() === "") refuse("vatNumber", "companies.vat.missing");
  else if (!parsed.ok) refuse("vatNumber", `companies.vat.problem.${parsed.problem}`);
  return { ...rest, withoutVat: "", vatNumber: parsed.ok ? parsed.vat : null };
}

/** The form of who is signed in. */
export const registrationForm = z.object(fields).transform(settled);
export type RegistrationInput = z.output<typeof registrationForm>;

/** Ages of who may speak for a company: 18 or older. */
export const CONTACT_AGES = AGE_BANDS.filter((band) => !isMinor(band));

/** The form of a visitor: who it is as well. */
export const visitorRegistrationForm = z
  .object({ ...fields, contact: line(NAME_MAX), email: emailField, ageBand: z.enum(CONTACT_AGES, "error.field.choice") })
  .transform(settled);
export type VisitorRegistrationInput = z.output<typeof visitorRegistrationForm>;

/** Which state of a registration is let in. */
export const approvalForm = z.object({ seen: z.string().max(64).default("") });

export const refusalForm = z.object({ reason: line(DECISION_REASON_MAX) });
