import css from "~/ui/access/Access.module.css";
import { PasskeySignIn } from "~/ui/access/PasskeySignIn";
import { ButtonLink } from "~/ui/kit/Button";
import type { Reply } from "~/ui/forms/reply";
import type { SignInWays } from "./route";

/** The ways in besides a mailed link and a password; nothing where there are none. */
export function OtherWays({ ways, to, reply }: { ways: SignInWays; to: string; reply: Reply | null }) {
  const { passkey, oidc } = ways;
  if (!passkey && !oidc) return null;
  return (
    <div className={css.ways}>
      {oidc ? (
        <p>
          <ButtonLink to={oidc.href} reload>
            {oidc.label}
          </ButtonLink>
        </p>
      ) : null}
      {passkey ? <PasskeySignIn texts={passkey} to={to} reply={reply} /> : null}
    </div>
  );
}
