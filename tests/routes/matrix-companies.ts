import type { World } from "#tests/support/app-world";
import { act, ANYBODY__, read } from "./matrix-rows";
import type { Row, Rows } from "./matrix-rows";

const COMPANY = { name: "Zinkwerk", vatNumber: "BE 0403.019.261", offers: "zinkplaten" };
const fieldsOf = ({ campus }: World): Record<string, string> => ({ ...COMPANY, campusId: campus.id });
const waiting = ({ companies }: World): string => `/companies/${companies.waiting}`;
const begun = ({ companies }: World): string => `/companies/${companies.begun}`;
const decide = (name: string, fields?: Row["fields"]): Row => act(waiting, name, "ask hid hid hid hid hid go hid hid go ask", { fields });

/** Pages on which companies register and are let in. */
export const COMPANY_ROWS: Rows = {
  "routes/companies.register": [
    read("/companies/register", ANYBODY__),
    act("/companies/register", "", "go go go go go go go go go go go", {
      fields: (world) => ({ ...fieldsOf(world), contact: "Nele", email: "nele@bedrijf.test", ageBand: "26-45" }),
    }),
    act("/companies/register", "", "400 400 400 400 400 400 400 400 400 400 400", {
      fields: (world) => ({ ...fieldsOf(world), vatNumber: "BE0403019262", contact: "Nele", email: "nele@bedrijf.test", ageBand: "26-45" }),
      note: "a wrong number",
    }),
  ],
  "routes/companies.$registrationId": [
    read(waiting, "in hid hid ok hid hid ok hid hid ok in"),
    read(begun, "in hid hid hid ok hid hid hid hid hid in", "only begun"),
    read("/companies/nergens", "in hid hid hid hid hid hid hid hid hid in", "no such registration"),
    act(waiting, "send", "ask hid hid go hid hid hid hid hid hid ask", { fields: fieldsOf }),
    act(begun, "send", "ask hid hid hid go hid hid hid hid hid ask", { fields: fieldsOf, note: "only begun" }),
    act(waiting, "withdraw", "ask hid hid go hid hid hid hid hid hid ask"),
    decide("approve", ({ companies }) => ({ seen: companies.seen })),
    decide("refuse", () => ({ reason: "Geen band met de campus" })),
    decide("check"),
    act(begun, "approve", "ask hid hid hid hid hid hid hid hid hid ask", { note: "only begun" }),
    act(waiting, "nonsense", "ask hid hid 400 hid hid 400 hid hid 400 ask"),
  ],
  "routes/campus.$campusSlug.companies": [
    read("/campus/noord/companies", "in hid hid hid hid hid ok hid hid ok in"),
    read("/campus/zuid/companies", "in hid hid hid hid hid hid ok hid ok in", "the other campus"),
  ],
};
