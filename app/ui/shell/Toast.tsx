import { Form } from "@remix-run/react";
import { useState } from "react";
import type { Message } from "~/locales/translate";
import { useMessage, useT } from "../i18n";
import css from "./Shell.module.css";

export interface ToastView extends Message {
  readonly undo?: { readonly action: string; readonly intent: string; readonly id?: string };
}

/** A short word of success with an undo; stays until closed or until the next page. */
export function Toast({ toast }: { toast: ToastView }) {
  const t = useT();
  const say = useMessage();
  const [open, setOpen] = useState(true);
  if (!open) return null;
  return (
    <div className={css.toast} role="status">
      <span>{say(toast)}</span>
      <div className={css.toastActions}>
        {toast.undo ? (
          <Form method="post" action={toast.undo.action}>
            <input type="hidden" name="intent" value={toast.undo.intent} />
            {toast.undo.id === undefined ? null : <input type="hidden" name="id" value={toast.undo.id} />}
            <button type="submit">{t("form.undo")}</button>
          </Form>
        ) : null}
        <button type="button" className="needs-js" onClick={() => setOpen(false)}>
          {t("form.close")}
        </button>
      </div>
    </div>
  );
}
