import type { Locale } from "../../app/domain/kernel/actor";
import { index, instant, int, table, text, uniqueIndex } from "../dialect";
import { campuses, organisations } from "./campus";
import { people } from "./identity";

/** Companies that ask to be on a campus, with what the EU's service said of their VAT number. */
export const companyRegistrations = table(
  "company_registrations",
  {
    id: text("id").primaryKey(),
    campusId: text("campus_id")
      .notNull()
      .references(() => campuses.id),
    /** `begun` by somebody whose address nobody proved yet, `waiting` for an organiser, or over. */
    state: text("state").$type<"begun" | "waiting" | "approved" | "refused" | "withdrawn" | "lapsed">().notNull(),
    /** The same for the same company of the same person as long as it waits, so that it waits once; null otherwise. */
    openKey: text("open_key"),
    name: text("name").notNull(),
    /** With the prefix of its country; null for who says they have none, and why stands in `withoutVat`. */
    vatNumber: text("vat_number"),
    withoutVat: text("without_vat").notNull(),
    website: text("website"),
    offers: text("offers").notNull(),
    seeks: text("seeks").notNull(),
    lang: text("lang").$type<Locale>().notNull(),
    /** Key of the address the link went to; null once its person sent the registration. */
    emailKey: text("email_key"),
    personId: text("person_id").references(() => people.id),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
    dueAt: instant("due_at"),
    /** When it was decided, withdrawn or lapsed. */
    endedAt: instant("ended_at"),
    decidedBy: text("decided_by"),
    reason: text("reason").notNull(),
    organisationId: text("organisation_id").references(() => organisations.id),
    /** What is known of the number; `none` where there is no number. */
    vatState: text("vat_state").$type<"none" | "unchecked" | "valid" | "invalid" | "unavailable">().notNull(),
    /** Counts every question begun anew: an answer to an older one is dropped. */
    vatRound: int("vat_round").notNull(),
    vatTries: int("vat_tries").notNull(),
    /** When it is asked again; null when it is not. */
    vatNextAt: instant("vat_next_at"),
    /** When the last answer came, or the last try came to nothing. */
    vatCheckedAt: instant("vat_checked_at"),
    vatTrouble: text("vat_trouble"),
    /** Consultation number of the service, which proves that it was asked. */
    vatConsultation: text("vat_consultation"),
    vatName: text("vat_name"),
    vatAddress: text("vat_address"),
  },
  (t) => [
    uniqueIndex("company_registrations_open").on(t.openKey),
    index("company_registrations_campus").on(t.campusId, t.state),
    index("company_registrations_person").on(t.personId),
    index("company_registrations_email").on(t.emailKey),
    index("company_registrations_created").on(t.createdAt),
    index("company_registrations_ended").on(t.endedAt),
  ],
);
