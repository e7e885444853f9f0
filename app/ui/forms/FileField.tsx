import { useState } from "react";
import type { ChangeEvent, ReactNode } from "react";
import { FILE_TYPES, sizeText } from "~/domain/awards/files/entry-file";
import { useLocale, useMessage, useT } from "../i18n";
import css from "./forms.module.css";
import { useField } from "./reply";

const ENDINGS = Object.values(FILE_TYPES).map((ending) => `.${ending}`);
const ACCEPT = [...Object.keys(FILE_TYPES), ...ENDINGS, ".jpeg"].join(",");

/** What is wrong with a file by its size and what it calls itself; the server looks at what it holds. */
function problemOf({ size, type, name }: File, most: number): "too_big" | "empty" | "wrong_type" | null {
  if (size > most) return "too_big";
  if (size === 0) return "empty";
  const known =
    Object.hasOwn(FILE_TYPES, type) || (type === "" && [...ENDINGS, ".jpeg"].some((ending) => name.toLowerCase().endsWith(ending)));
  return known ? null : "wrong_type";
}

/**
 * A document or picture to choose. What is wrong with one stands beside it; a browser never fills it in again. With JavaScript it is
 * said before anything is sent.
 */
export function FileField(props: {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** Most bytes it may have. */
  most: number;
  /** Told of a file with which nothing is wrong at first sight. */
  onChosen?: (input: HTMLInputElement) => void;
  children?: ReactNode;
}) {
  const t = useT();
  const say = useMessage();
  const { id, errors } = useField(props.name);
  const locale = useLocale();
  const [problem, setProblem] = useState<ReturnType<typeof problemOf>>(null);
  const size = sizeText(props.most, locale);
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const [chosen] = currentTarget.files ?? [];
    if (!chosen) return;
    const wrong = problemOf(chosen, props.most);
    setProblem(wrong);
    // What is refused anyhow would only take long to send, with all the rest of the form.
    if (wrong) currentTarget.value = "";
    else props.onChosen?.(currentTarget);
  };
  const error = problem ? t(`files.problem.${problem}`, { size }) : errors.length > 0 ? errors.map(say).join(" ") : undefined;
  const described = [`${id}-hint`, error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={css.field}>
      <label htmlFor={id} className={css.label}>
        {props.label}
        {props.optional ? <span className={css.optional}> ({t("form.optional")})</span> : null}
      </label>
      <p id={`${id}-hint`} className={css.description}>
        {props.hint} {t("files.hint", { size })}
      </p>
      {error ? (
        <p id={`${id}-error`} className={css.error} role={problem ? "alert" : undefined}>
          {error}
        </p>
      ) : null}
      {props.children}
      <input
        id={id}
        name={props.name}
        className={css.file}
        type="file"
        accept={ACCEPT}
        onChange={onChange}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={described}
      />
    </div>
  );
}
