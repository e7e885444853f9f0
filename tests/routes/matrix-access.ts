import { PASSWORD } from "#tests/support/app-world";
import { act, ANYBODY__, PERSONAL_, read } from "./matrix-rows";
import type { Rows } from "./matrix-rows";

const OWN = "ask go go go go go go go go go ask";
const IDLE = "ask idle idle idle idle idle idle idle idle idle ask";
const NOTHING_SET_UP = "ask 409 409 409 409 409 409 409 409 409 ask";

const NO_TOKEN = "400 400 400 400 400 400 400 400 400 400 400";

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
    act("/account/security", "not_me", "ask hid hid hid hid hid hid hid hid hid ask", {
      fields: () => ({ id: "01a1fe31-0000-7000-8000-000000000000" }),
      note: "nobody's",
    }),
    act("/account/security", "nonsense", "ask 400 400 400 400 400 400 400 400 400 ask"),
  ],
  "routes/account.email._index": [
    read("/account/email", PERSONAL_),
    act("/account/email?index", "", OWN, {
      fields: (_world, role) => ({ email: "nieuw@broeikas.test", ...(role === "owner" ? { currentPassword: PASSWORD } : {}) }),
    }),
    act("/account/email?index", "", "ask 400 400 400 400 400 400 400 400 400 ask", {
      fields: () => ({ email: "geen adres" }),
      note: "no address",
    }),
  ],
  "routes/account.email.confirm": [
    read("/account/email/confirm?token=niet-van-ons", ANYBODY__),
    act("/account/email/confirm", "", NO_TOKEN, { fields: () => ({ token: "niet-van-ons" }), note: "no such token" }),
  ],
  "routes/account.email.stop": [
    read("/account/email/stop?token=niet-van-ons", ANYBODY__),
    act("/account/email/stop", "", NO_TOKEN, { fields: () => ({ token: "niet-van-ons" }), note: "no such token" }),
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
    act("/sign-in/code", "", "idle idle idle idle idle idle idle idle idle idle idle", {
      fields: () => ({ code: "123456" }),
      note: "no step",
    }),
  ],
};
