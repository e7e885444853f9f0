import { NativeSelect, PasswordInput, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useMessage, useT } from "../i18n";
import css from "./forms.module.css";
import { useField } from "./reply";

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly initial?: string;
  readonly optional?: boolean;
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
}

const look = { input: css.input, label: css.label, description: css.description, error: css.error, root: css.field };

function useCommon({ name, label, hint, initial, optional, autoComplete, autoFocus, maxLength }: FieldProps) {
  const t = useT();
  const say = useMessage();
  const field = useField(name, initial);
  return {
    id: field.id,
    name,
    label: optional ? (
      <>
        {label} <span className={css.optional}>({t("form.optional")})</span>
      </>
    ) : (
      label
    ),
    description: hint,
    defaultValue: field.value,
    error: field.errors.length > 0 ? field.errors.map(say).join(" ") : undefined,
    // The browser's own messages are not in the reader's words and Mantine's star is noise.
    withAsterisk: false,
    required: field.constraint.required ?? !optional,
    minLength: field.constraint.minLength,
    maxLength: field.constraint.maxLength ?? maxLength,
    autoComplete,
    autoFocus,
    classNames: look,
  };
}

/** One line of text. */
export function TextField(props: FieldProps & { type?: "text" | "email" | "search" | "url" | "date"; inputMode?: "email" | "text" }) {
  return <TextInput {...useCommon(props)} type={props.type ?? "text"} inputMode={props.inputMode} />;
}

/** Several lines of text. */
export function TextArea(props: FieldProps & { rows?: number }) {
  return <Textarea {...useCommon(props)} rows={props.rows ?? 4} resize="vertical" />;
}

/** A password, with an eye to look at it. Never filled in again after a refusal. */
export function PasswordField(props: FieldProps) {
  const { classNames, ...common } = useCommon(props);
  return <PasswordInput {...common} classNames={classNames} defaultValue="" />;
}

/** One choice out of a list, as the device shows it. */
export function SelectField(props: FieldProps & { options: readonly { value: string; label: string }[] }) {
  return <NativeSelect {...useCommon(props)} data={[...props.options]} />;
}

/** One choice out of a few, each explained. */
export function RadioCards(props: {
  name: string;
  legend: string;
  options: readonly { value: string; label: string; hint?: string }[];
  initial?: string;
}) {
  const say = useMessage();
  const field = useField(props.name, props.initial);
  const wrong = field.errors.map(say).join(" ");
  return (
    <fieldset id={field.id} tabIndex={-1}>
      <legend className={css.legend}>{props.legend}</legend>
      {wrong ? <p className={css.error}>{wrong}</p> : null}
      <div className={css.choices}>
        {props.options.map((option) => (
          <label key={option.value} className={css.choice}>
            <input type="radio" name={props.name} value={option.value} defaultChecked={field.value === option.value} />
            <span>{option.label}</span>
            {option.hint ? <small>{option.hint}</small> : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Several choices out of a few. */
export function CheckCards(props: {
  name: string;
  legend: string;
  options: readonly { value: string; label: string }[];
  initial: readonly string[];
}) {
  const say = useMessage();
  const field = useField(props.name);
  const chosen = field.refused ? (field.values ?? []) : props.initial;
  const wrong = field.errors.map(say).join(" ");
  return (
    <fieldset id={field.id} tabIndex={-1}>
      <legend className={css.legend}>{props.legend}</legend>
      {wrong ? <p className={css.error}>{wrong}</p> : null}
      <div className={css.choices}>
        {props.options.map((option) => (
          <label key={option.value} className={css.choice}>
            <input type="checkbox" name={props.name} value={option.value} defaultChecked={chosen.includes(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A yes or no. */
export function CheckField(props: { name: string; label: ReactNode; initial?: boolean }) {
  const say = useMessage();
  const field = useField(props.name);
  const wrong = field.errors.map(say).join(" ");
  return (
    <div>
      <label className={css.check}>
        <input
          id={field.id}
          type="checkbox"
          name={props.name}
          value="on"
          defaultChecked={field.refused ? field.values !== null : props.initial}
        />
        <span>{props.label}</span>
      </label>
      {wrong ? <p className={css.error}>{wrong}</p> : null}
    </div>
  );
}
