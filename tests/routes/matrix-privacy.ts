import { consentText } from "~/domain/identity/privacy/consents";
import { act, PERSONAL_, read } from "./matrix-rows";
import type { Rows } from "./matrix-rows";

//                 visitor owner member stranger elsewhere coach organiser otherOrganiser company admin suspended
const ADMIN_OK_ = "in      hid   hid    hid      hid       hid   hid       hid            hid     ok    in";
const ADMIN_GO_ = "ask     hid   hid    hid      hid       hid   hid       hid            hid     go    ask";
const ADMIN_400 = "ask     hid   hid    hid      hid       hid   hid       hid            hid     400   ask";
const ADMIN_HID = "ask     hid   hid    hid      hid       hid   hid       hid            hid     hid   ask";

const hold = (rule: string, email: string, until: string) => () => ({ rule, email, reason: "Klacht", until });

/** What is kept, held back and proved. */
export const PRIVACY_ROWS: Rows = {
  "routes/admin.retention": [
    read("/admin/retention", ADMIN_OK_),
    act("/admin/retention", "hold", ADMIN_GO_, { fields: hold("jobs", "", "2027-02-01"), note: "a rule" }),
    act("/admin/retention", "hold", ADMIN_GO_, { fields: hold("", "owner@broeikas.test", "2027-02-01"), note: "a person" }),
    act("/admin/retention", "hold", ADMIN_400, { fields: hold("", "niemand@broeikas.test", "2027-02-01"), note: "nobody" }),
    act("/admin/retention", "hold", ADMIN_400, { fields: hold("jobs", "", "2020-02-01"), note: "a day that has been" }),
    act("/admin/retention", "lift", ADMIN_HID, { fields: () => ({ id: "01a1fe31-0000-7000-8000-000000000000" }), note: "no such hold" }),
    act("/admin/retention", "nonsense", ADMIN_400),
  ],
  "routes/account.consents": [
    read("/account/consents", PERSONAL_),
    act("/account/consents", "give", "ask go go go go go go go go go ask", {
      fields: () => ({ purpose: "public_name", version: "2026-01" }),
    }),
    act("/account/consents", "give", "ask go go go go go go go go go ask", {
      fields: () => ({ purpose: "photo", version: consentText("photo").version }),
      note: "photo",
    }),
    act("/account/consents", "give", "ask 409 409 409 409 409 409 409 409 409 ask", {
      fields: () => ({ purpose: "public_name", version: "2020-01" }),
      note: "another text",
    }),
    act("/account/consents", "withdraw", "ask go go go go go go go go go ask", {
      fields: () => ({ purpose: "public_name", version: "2026-01" }),
    }),
    act("/account/consents", "give", "ask 400 400 400 400 400 400 400 400 400 ask", {
      fields: () => ({ purpose: "alles", version: "1" }),
      note: "no such purpose",
    }),
    act("/account/consents", "nonsense", "ask 400 400 400 400 400 400 400 400 400 ask"),
  ],
  "routes/erased.$digest": [
    read(`/erased/${"0".repeat(64)}`, "hid hid hid hid hid hid hid hid hid hid hid", "no such statement, or long ago"),
  ],
};
