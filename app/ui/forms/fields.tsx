import { PasswordInput } from "@mantine/core";
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
  /** What is wrong, told before anything is sent. */
  readonly problem?: string;
}

/** What the label and the control of a field say of it. */
export function useControl({ name, label, hint, initial, optional, autoComplete, autoFocus, maxLength, problem }: FieldProps) {
  const say = useMessage();
  const field = useField(name, initial);
  const { id, constraint } = field;
  const error = problem ?? (field.errors.length > 0 ? field.errors.map(say).join(" ") : undefined);
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  const box = { id, label, hint, optional, error, sudden: problem !== undefined };
  const control = {
    id,
    name,
    defaultValue: field.value,
    required: constraint.required ?? !optional,
    minLength: constraint.minLength,
    maxLength: constraint.maxLength ?? maxLength,
    autoComplete,
    autoFocus,
    "aria-invalid": error === undefined ? undefined : true,
    "aria-describedby": described || undefined,
  };
  return { box, control };
}

interface BoxProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  readonly error?: string;
  /** True when what is wrong was found on the page, with no answer of a server to look for it in. */
  readonly sudden?: boolean;
}

/** A control with its label, what it is for, and what is wrong with it. Plain elements: a form may hold dozens. */
export function FieldBox({ id, label, hint, optional, error, sudden, children }: BoxProps & { children: ReactNode }) {
  const t = useT();
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {label}
        {optional ? <span className={css.optional}> ({t("form.optional")})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className={css.description}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className={css.error} role={sudden ? "alert" : undefined}>
          {error}
        </p>
      ) : null}
      {children}
    </div>
  );
}

/** One line of text. */
export function TextField(
  props: FieldProps & { type?: "text" | "email" | "search" | "url" | "date" | "datetime-local"; inputMode?: "email" | "text" },
) {
  const { box, control } = useControl(props);
  return (
    <FieldBox {...box}>
      <input {...control} className={css.input} type={props.type ?? "text"} inputMode={props.inputMode} />
    </FieldBox>
  );
}

/** Several lines of text. */
export function TextArea(props: FieldProps & { rows?: number }) {
  const { box, control } = useControl(props);
  return (
    <FieldBox {...box}>
      <textarea {...control} className={css.input} rows={props.rows ?? 4} />
    </FieldBox>
  );
}

/** A password, with an eye to look at it. Never filled in again after a refusal. */
export function PasswordField(props: FieldProps) {
  const { box, control } = useControl(props);
  return (
    <FieldBox {...box}>
      <PasswordInput
        {...control}
        classNames={{ input: css.input, visibilityToggle: "needs-js" }}
        defaultValue=""
        error={box.error !== undefined}
      />
    </FieldBox>
  );
}

/** One choice out of a list, as the device shows it. */
export function SelectField(props: FieldProps & { options: readonly { value: string; label: string }[] }) {
  const { box, control } = useControl(props);
  const { minLength: _min, maxLength: _max, ...rest } = control;
  return (
    <FieldBox {...box}>
      <select {...rest} className={css.input}>
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldBox>
  );
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
