import css from "~/ui/access/Access.module.css";
import { PasskeySignIn } from "~/ui/access/PasskeySignIn";
import type { Reply } from "~/ui/forms/reply";
import type { SignInWays } from "./route";

/** The ways in besides a mailed link and a password; nothing where there are none. */
export function OtherWays({ ways, to, reply }: { ways: SignInWays; to: string; reply: Reply | null }) {
  if (!ways.passkey) return null;
  return (
    <div className={css.ways}>
      <PasskeySignIn texts={ways.passkey} to={to} reply={reply} />
    </div>
  );
}
