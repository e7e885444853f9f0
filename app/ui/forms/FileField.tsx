import { useState } from "react";
import type { ChangeEvent, ReactNode } from "react";
import { FILE_TYPES, sizeText } from "~/domain/awards/files/entry-file";
import { useLocale, useT } from "../i18n";
import { FieldBox, useControl } from "./fields";
import css from "./forms.module.css";

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
  const locale = useLocale();
  const [problem, setProblem] = useState<ReturnType<typeof problemOf>>(null);
  const size = sizeText(props.most, locale);
  const hint = (
    <>
      {props.hint} {t("files.hint", { size })}
    </>
  );
  const { box, control } = useControl({ ...props, hint, problem: problem ? t(`files.problem.${problem}`, { size }) : undefined });
  // A file that was sent before need not be sent again: no file is ever required.
  const { defaultValue: _value, required: _required, ...rest } = control;
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const [chosen] = currentTarget.files ?? [];
    if (!chosen) return;
    const wrong = problemOf(chosen, props.most);
    setProblem(wrong);
    // What is refused anyhow would only take long to send, with all the rest of the form.
    if (wrong) currentTarget.value = "";
    else props.onChosen?.(currentTarget);
  };
  return (
    <FieldBox {...box}>
      {props.children}
      <input {...rest} className={css.file} type="file" accept={ACCEPT} onChange={onChange} />
    </FieldBox>
  );
}
