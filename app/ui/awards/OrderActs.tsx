import type { ReactNode } from "react";
import { SubmitButton } from "../forms/parts";
import { ReplyForm } from "../forms/reply";
import { useT } from "../i18n";
import css from "./OrderActs.module.css";

const ACTS = ["up", "down", "remove"] as const;

interface Props {
  /** The field that says which thing, and its value. */
  readonly field: "code" | "key" | "id";
  readonly value: string;
  /** What the thing is called. */
  readonly name: string;
  readonly may: Readonly<Record<(typeof ACTS)[number], boolean>>;
  /** What else can be done with it, before the others. */
  readonly children?: ReactNode;
}

/** What can be done with a thing in an ordered list: a place up, a place down, away. */
export function OrderActs({ field, value, name, may, children }: Props) {
  const t = useT();
  return (
    <div className={css.acts}>
      {children}
      {ACTS.filter((intent) => may[intent]).map((intent) => {
        const text = t(`edition.form.${intent}`);
        return (
          <ReplyForm key={intent} formId={`${intent}-${value}`} intent={intent} preventScrollReset>
            <input type="hidden" name={field} value={value} />
            <SubmitButton look="link" label={`${text}: ${name}`}>
              {text}
            </SubmitButton>
          </ReplyForm>
        );
      })}
    </div>
  );
}
