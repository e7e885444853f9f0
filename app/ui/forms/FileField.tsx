import type { ChangeEvent, ReactNode } from "react";
import { useMessage, useT } from "../i18n";
import css from "./forms.module.css";
import { useField } from "./reply";

/** A file to choose. What is wrong with one stands beside it; a browser never fills it in again. */
export function FileField(props: {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** Types that may be chosen, as the attribute of the same name takes them. */
  accept: string;
  /** What is wrong with what was just chosen, before anything is sent. */
  problem?: string;
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void;
  children?: ReactNode;
}) {
  const t = useT();
  const say = useMessage();
  const { id, errors } = useField(props.name);
  const error = props.problem ?? (errors.length > 0 ? errors.map(say).join(" ") : undefined);
  const described = [props.hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {props.label}
        {props.optional ? <span className={css.optional}> ({t("form.optional")})</span> : null}
      </label>
      {props.hint ? (
        <p id={`${id}-hint`} className={css.description}>
          {props.hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className={css.error}>
          {error}
        </p>
      ) : null}
      {props.children}
      <input
        id={id}
        name={props.name}
        className={css.file}
        type="file"
        accept={props.accept}
        onChange={props.onChange}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={described || undefined}
      />
    </div>
  );
}
