import { PASSWORD } from "#tests/support/app-world";
import { act, PERSONAL_, read, withId } from "./matrix-rows";
import type { Rows } from "./matrix-rows";

/** Without another service these pages do not exist; tests/routes/oidc.test.ts asks them with one. */
const NOWHERE = "hid hid hid hid hid hid hid hid hid hid hid";
const NAME = { name: "Sleutelhanger" };

/** Ways to sign in besides a mailed link and a password. */
export const WAYS_ROWS: Rows = {
  "routes/account.keys": [
    read("/account/keys", PERSONAL_),
    act("/account/keys", "add", "ask 400 400 400 400 400 400 400 400 400 ask", { fields: () => NAME, note: "without a device" }),
    act("/account/keys", "add", "ask 400 400 400 400 400 400 400 400 400 ask", {
      fields: () => ({ ...NAME, answer: '{"id":"x"}' }),
      note: "asked by nobody",
    }),
    act("/account/keys", "rename", "ask go hid hid hid hid hid hid hid hid ask", { fields: withId(({ passkey }) => passkey, NAME) }),
    act("/account/keys", "remove", "ask go hid hid hid hid hid hid hid hid ask", { fields: withId(({ passkey }) => passkey) }),
    act("/account/keys", "unlink", "ask hid hid hid hid hid hid hid hid hid ask", {
      fields: () => ({ id: "01a1fe31-0000-7000-8000-000000000000" }),
      note: "nobody's",
    }),
    act("/account/keys", "nonsense", "ask 400 400 400 400 400 400 400 400 400 ask"),
  ],
  "routes/sign-in.oidc._index": [read("/sign-in/oidc", NOWHERE)],
  "routes/sign-in.oidc.callback": [read("/sign-in/oidc/callback?code=x&state=y", NOWHERE)],
  "routes/sign-in.oidc.link": [
    read("/sign-in/oidc/link", NOWHERE),
    act("/sign-in/oidc/link", "", "ask hid hid hid hid hid hid hid hid hid ask"),
  ],
  "routes/sign-in.oidc.join": [
    read("/sign-in/oidc/join", NOWHERE),
    act("/sign-in/oidc/join", "", NOWHERE, {
      fields: ({ campus }) => ({ name: "Nele", ageBand: "18-25", campusId: campus.id }),
    }),
  ],
  "routes/sign-in.passkey": [
    read("/sign-in/passkey", "away away away away away away away away away away away"),
    act("/sign-in/passkey", "sign_in", "idle idle idle idle idle idle idle idle idle idle idle"),
    act("/sign-in/passkey", "add", "ask idle idle idle idle idle idle idle idle idle ask", {
      fields: (_world, role): Record<string, string> => (role === "owner" ? { currentPassword: PASSWORD } : {}),
    }),
    act("/sign-in/passkey", "nonsense", "400 400 400 400 400 400 400 400 400 400 400"),
  ],
};
