import { useSubmit } from "@remix-run/react";
import type { FormEvent } from "react";
import { useEffect, useState } from "react";
import { getReady, hasPasskeys, makePasskey } from "~/ui/access/ask-passkey";
import { TextField } from "~/ui/forms/fields";
import { ErrorSummary, Fields, SubmitButton } from "~/ui/forms/parts";
import { ProofFields } from "~/ui/forms/ProofFields";
import type { Reply } from "~/ui/forms/reply";
import { ReplyForm } from "~/ui/forms/reply";
import { useT } from "~/ui/i18n";
import { Note } from "~/ui/kit/Note";
import css from "./Keys.module.css";
import type { KeysView } from "./route";

type Said = "cancelled" | "known" | "failed" | "refused" | "waiting";

/** Adds a passkey: a name for the device, then the device's own window. The device is asked by a script; without one, the page says so. */
export function AddPasskey({ reply, nameMax, proofOf }: { reply: Reply | null; nameMax: number; proofOf: KeysView["proofOf"] }) {
  const t = useT();
  const submit = useSubmit();
  const [said, setSaid] = useState<Said | null>(null);
  useEffect(getReady, []);
  const texts = {
    cancelled: t("keys.cancelled"),
    known: t("keys.known"),
    failed: t("keys.failed"),
    refused: t("keys.proof_refused"),
    waiting: t("keys.waiting"),
  };
  const ask = async (form: HTMLFormElement): Promise<void> => {
    setSaid("waiting");
    const filled = new FormData(form);
    const proof = Object.fromEntries(["currentPassword", "code"].map((name) => [name, String(filled.get(name) ?? "")]));
    const asked = hasPasskeys() ? await makePasskey(proof) : ({ none: "failed" } as const);
    if ("none" in asked) return setSaid(asked.none);
    setSaid(null);
    for (const name of Object.keys(proof)) filled.delete(name);
    filled.set("answer", asked.answer);
    submit(filled, { method: "post" });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // A device makes its key before we could refuse the name.
    if (event.currentTarget.reportValidity()) void ask(event.currentTarget);
  };
  return (
    <>
      <div className="needs-js">
        <ReplyForm formId="add" intent="add" reply={reply} onSubmit={onSubmit}>
          <Fields>
            <ErrorSummary />
            <TextField name="name" label={t("keys.name")} hint={t("keys.name_hint")} maxLength={nameMax} autoComplete="off" />
            <ProofFields {...proofOf} />
            <SubmitButton>{t("keys.add")}</SubmitButton>
            <p role="status" className={css.said}>
              {said ? texts[said] : ""}
            </p>
          </Fields>
        </ReplyForm>
      </div>
      <noscript>
        <Note>{t("keys.no_script")}</Note>
      </noscript>
    </>
  );
}
