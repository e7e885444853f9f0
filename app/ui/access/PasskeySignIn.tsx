import { useSubmit } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import { ErrorSummary } from "../forms/parts";
import type { Reply } from "../forms/reply";
import { ReplyForm } from "../forms/reply";
import { Button } from "../kit/Button";
import css from "./Access.module.css";
import { hasPasskeys, offerPasskey, stopAsking } from "./ask-passkey";

/** What the part about passkeys says, in the language of the page. */
export interface PasskeyTexts {
  readonly button: string;
  readonly none: string;
  readonly failed: string;
  readonly noScript: string;
}

interface Props {
  readonly texts: PasskeyTexts;
  /** Where to go afterwards. */
  readonly to: string;
  readonly reply: Reply | null;
}

/** Sign in by a passkey: by a button, and quietly among what the browser offers to fill in. Its texts come along, so that no other page carries them. */
export function PasskeySignIn({ texts, to, reply }: Props) {
  const submit = useSubmit();
  const [said, setSaid] = useState("");
  const ask = useCallback(
    async (quietly: boolean): Promise<void> => {
      if (!quietly) setSaid("");
      const asked = await offerPasskey(quietly);
      if ("answer" in asked) submit({ intent: "passkey", answer: asked.answer, to }, { method: "post", action: "/sign-in?index" });
      else if (!quietly) setSaid(asked.none === "failed" ? texts.failed : texts.none);
    },
    [submit, texts, to],
  );
  useEffect(() => {
    if (!hasPasskeys()) return undefined;
    void ask(true);
    return () => void stopAsking();
    // A refused answer used the question up: it is asked anew.
  }, [ask, reply]);
  const press = (): void => {
    if (hasPasskeys()) void ask(false);
    else setSaid(texts.failed);
  };
  return (
    <ReplyForm formId="passkey" reply={reply} intent="passkey">
      <div className={css.way}>
        <ErrorSummary />
        <div className="needs-js">
          <Button onClick={press}>{texts.button}</Button>
        </div>
        <p role="status" className={css.said}>
          {said}
        </p>
        <noscript>
          <p className={css.hint}>{texts.noScript}</p>
        </noscript>
      </div>
    </ReplyForm>
  );
}
