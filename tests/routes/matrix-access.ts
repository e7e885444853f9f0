import { act, PERSONAL_, read, withId } from "./matrix-rows";
import type { Rows } from "./matrix-rows";

const NAME = { name: "Sleutelhanger" };

/** Ways to sign in besides a mailed link and a password. */
export const ACCESS_ROWS: Rows = {
  "routes/account.keys": [
    read("/account/keys", PERSONAL_),
    act("/account/keys", "add", "ask 400 400 400 400 400 400 400 400 400 ask", { fields: () => NAME, note: "without a device" }),
    act("/account/keys", "add", "ask 400 400 400 400 400 400 400 400 400 ask", {
      fields: () => ({ ...NAME, answer: '{"id":"x"}' }),
      note: "asked by nobody",
    }),
    act("/account/keys", "rename", "ask go hid hid hid hid hid hid hid hid ask", { fields: withId(({ passkey }) => passkey, NAME) }),
    act("/account/keys", "remove", "ask go hid hid hid hid hid hid hid hid ask", { fields: withId(({ passkey }) => passkey) }),
    act("/account/keys", "nonsense", "ask 400 400 400 400 400 400 400 400 400 ask"),
  ],
  "routes/sign-in.passkey": [
    read("/sign-in/passkey", "away away away away away away away away away away away"),
    act("/sign-in/passkey", "sign_in", "go go go go go go go go go go go"),
    act("/sign-in/passkey", "add", "ask go go go go go go go go go ask"),
    act("/sign-in/passkey", "nonsense", "400 400 400 400 400 400 400 400 400 400 400"),
  ],
};
