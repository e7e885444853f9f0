import { PASSWORD } from "#tests/support/app-world";
import { act, PERSONAL_, read } from "./matrix-rows";
import type { Rows } from "./matrix-rows";

const OWN = "ask go go go go go go go go go ask";
const IDLE = "ask idle idle idle idle idle idle idle idle idle ask";
const NOTHING_SET_UP = "ask 409 409 409 409 409 409 409 409 409 ask";

/** How people get in, and the page on which they guard it. */
export const ACCESS_ROWS: Rows = {
  "routes/account.security": [
    read("/account/security", PERSONAL_),
    act("/account/security", "begin", OWN, { fields: (_world, role) => ({ ...(role === "owner" ? { currentPassword: PASSWORD } : {}) }) }),
    act("/account/security", "begin", "ask 400 go go go go go go go go ask", { note: "without the password" }),
    act("/account/security", "drop", IDLE),
    act("/account/security", "confirm", NOTHING_SET_UP, { fields: () => ({ code: "123456" }) }),
    act("/account/security", "renew", "ask 400 409 409 409 409 409 409 409 409 ask", { fields: () => ({ code: "123456" }) }),
    act("/account/security", "off", "ask 400 409 409 409 409 409 409 409 409 ask", { fields: () => ({ code: "123456" }) }),
    act("/account/security", "nonsense", "ask 400 400 400 400 400 400 400 400 400 ask"),
  ],
  "routes/admin.security": [
    read("/admin/security", "in hid hid hid hid hid hid hid hid ok in"),
    act("/admin/security", "", "ask hid hid hid hid hid hid hid hid no ask", {
      fields: () => ({ required: "on" }),
      note: "with one proof",
    }),
    act("/admin/security", "", "ask hid hid hid hid hid hid hid hid go ask", { note: "off" }),
  ],
  "routes/sign-in.code": [
    read("/sign-in/code", "away away away away away away away away away away away"),
    act("/sign-in/code", "", "idle idle idle idle idle idle idle idle idle idle idle", { fields: () => ({ code: "123456" }), note: "no step" }),
  ],
};
