import { useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { useMessage, useT } from "../i18n";
import { Button } from "../kit/Button";
import type { Look } from "../kit/Button";
import css from "./forms.module.css";
import type { Reply } from "./reply";
import { Answer, fieldId, useBareReply, useReply } from "./reply";

/** The fields of a form under each other. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className={css.stack}>{children}</div>;
}

/** The buttons of a form beside each other. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={css.row}>{children}</div>;
}

/** What people call the field with this id, as its label or legend says; "" for one that is not on the page. */
function labelOf(id: string): string {
  const legend = document.getElementById(id)?.querySelector("legend");
  const label = legend ?? document.querySelector(`label[for="${CSS.escape(id)}"]`);
  return label?.firstChild?.textContent ?? "";
}

/**
 * What is wrong with the whole form, with a link to each field; takes the focus when it appears. The links name their fields once the
 * page is taken over: "Titel – Vul dit in."
 */
export function ErrorSummary() {
  const t = useT();
  const say = useMessage();
  const { id, reply } = useReply();
  const box = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({});
  const fields = Object.entries(reply?.fields ?? {}).map(([name, messages]) => ({
    target: fieldId(id, name),
    message: messages.map(say).join(" "),
  }));
  const targets = fields.map(({ target }) => target).join(" ");
  useEffect(() => {
    if (!reply) return;
    setLabels(Object.fromEntries(targets.split(" ").map((target) => [target, labelOf(target)])));
    box.current?.focus();
  }, [reply, targets]);
  if (!reply) return null;
  return (
    <div ref={box} className={css.summary} role="alert" tabIndex={-1}>
      <h2>{t(fields.length > 0 ? "form.errors_title" : "form.refused_title")}</h2>
      <ul>
        {[...new Set(reply.form.map(say))].map((message) => (
          <li key={message}>{message}</li>
        ))}
        {fields.map(({ target, message }) => (
          <li key={target}>
            <a href={`#${target}`}>{labels[target] ? t("form.error_of", { label: labels[target], message }) : message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Why a button of this page did nothing, when its form shows no answer itself. `Page` has it; a page of another frame holds one. */
export function RefusedAct() {
  return <Refused reply={useBareReply()} />;
}

/** Why something was refused, where its form is not; nothing when there is nothing to say. */
export function Refused({ reply }: { reply: Reply | null }) {
  if (!reply) return null;
  return (
    <Answer reply={reply}>
      <ErrorSummary />
    </Answer>
  );
}

/** The button that sends a form; it says so while it is on its way. */
export function SubmitButton(props: {
  children: ReactNode;
  look?: Look;
  small?: boolean;
  name?: string;
  value?: string;
  formAction?: string;
  label?: string;
}) {
  const { children, look = "primary", small, name, value, formAction, label } = props;
  const navigation = useNavigation();
  const busy = navigation.state === "submitting" && (name === undefined || navigation.formData?.get(name) === value);
  return (
    <Button
      type="submit"
      look={look}
      small={small}
      name={name}
      value={value}
      formAction={formAction}
      aria-disabled={busy || undefined}
      aria-label={label}
    >
      {children}
    </Button>
  );
}
