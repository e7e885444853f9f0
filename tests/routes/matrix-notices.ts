import { act, ANYBODY__, PERSONAL_, read } from "./matrix-rows";
import type { Rows } from "./matrix-rows";

const NOBODYS = "01a1fe31-0000-7000-8000-000000000000";
const NO_SECRET = "Aa1_Aa1_Aa1_Aa1_Aa1_Aa1_Aa1_Aa1_Aa1_Aa1_Aa1";

/** Notices, what ends their mails, the calendar and the desk. */
export const NOTICE_ROWS: Rows = {
  "routes/notices": [
    read("/notices", PERSONAL_),
    act("/notices", "open", "ask hid hid hid hid hid hid hid hid hid ask", { fields: () => ({ id: NOBODYS }), note: "nobody's" }),
    act("/notices", "open", "ask go hid hid hid hid hid hid hid hid ask", { fields: ({ ownersNotice }) => ({ id: ownersNotice }) }),
    // Only who was told something has something to mark.
    act("/notices", "read_all", "ask go go go go go go idle idle idle ask"),
    act("/notices", "by_mail", "ask go go go go go go go go go ask", { fields: () => ({ byMail: "comment" }) }),
    act("/notices", "by_mail", "ask 400 400 400 400 400 400 400 400 400 ask", {
      fields: () => ({ byMail: "alles" }),
      note: "no such kind",
    }),
    act("/notices", "nonsense", "ask 400 400 400 400 400 400 400 400 400 ask"),
  ],
  "routes/mail.unsubscribe.$token": [
    read(({ tokens }) => `/mail/unsubscribe/${tokens.unsubscribe}`, ANYBODY__),
    read(`/mail/unsubscribe/${NO_SECRET}`, ANYBODY__, "no such link"),
    act(({ tokens }) => `/mail/unsubscribe/${tokens.unsubscribe}`, "", "go go go go go go go go go go go"),
    act(`/mail/unsubscribe/${NO_SECRET}`, "", "400 400 400 400 400 400 400 400 400 400 400", { note: "no such link" }),
  ],
  "routes/calendar.$token[.]ics": [
    read(({ tokens }) => `/calendar/${tokens.calendar}.ics`, ANYBODY__),
    read(`/calendar/${NO_SECRET}.ics`, "hid hid hid hid hid hid hid hid hid hid hid", "no such address"),
  ],
  "routes/account.calendar": [
    read("/account/calendar", PERSONAL_),
    act("/account/calendar", "renew", "ask go go go go go go go go go ask"),
    act("/account/calendar", "close", "ask go 409 409 409 409 409 409 409 409 ask"),
    act("/account/calendar", "nonsense", "ask 400 400 400 400 400 400 400 400 400 ask"),
  ],
  "routes/desk": [read("/desk", "in hid hid hid hid hid ok ok hid ok in")],
};
