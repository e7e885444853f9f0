import { useState } from "react";
import type { ChangeEvent, ReactNode } from "react";
import { FILE_TYPES, sizeText } from "~/domain/awards/files/entry-file";
import type { UploadProblem } from "~/domain/awards/files/entry-file";
import { PHOTO_TYPES } from "~/domain/identity/photo/photo";
import { useLocale, useT } from "../i18n";
import { FieldBox, useControl } from "./fields";
import css from "./forms.module.css";

const acceptOf = (types: Readonly<Record<string, string>>) => {
  const endings = [...Object.values(types).map((ending) => `.${ending}`), ".jpeg"];
  return { types, endings, accept: [...Object.keys(types), ...endings].join(",") };
};
/** What may be chosen, and what is said of anything else. */
const KINDS = {
  file: { ...acceptOf(FILE_TYPES), wrong: "wrong_type", hint: "files.hint" },
  photo: { ...acceptOf(PHOTO_TYPES), wrong: "no_photo", hint: "files.hint_photo" },
} as const;

/** What is wrong with a file by its size and what it calls itself; the server looks at what it holds. */
function problemOf({ size, type, name }: File, most: number, of: keyof typeof KINDS): UploadProblem | null {
  const { types, endings, wrong } = KINDS[of];
  const called = name.toLowerCase();
  if (size > most) return "too_big";
  if (size === 0) return "empty";
  if (Object.hasOwn(types, type) || (type === "" && endings.some((ending) => called.endsWith(ending)))) return null;
  return of === "photo" && (/^image\/hei[cf]/.test(type) || /\.hei[cf]$/.test(called)) ? "phone_photo" : wrong;
}

/**
 * A document or picture to choose, or with `of` a photo. What is wrong with one stands beside it; a browser never fills it in again. With JavaScript it is
 * said before anything is sent.
 */
export function FileField(props: {
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  /** Most bytes it may have. */
  most: number;
  of?: keyof typeof KINDS;
  /** Told of a file with which nothing is wrong at first sight. */
  onChosen?: (input: HTMLInputElement) => void;
  children?: ReactNode;
}) {
  const t = useT();
  const locale = useLocale();
  const [problem, setProblem] = useState<ReturnType<typeof problemOf>>(null);
  const size = sizeText(props.most, locale);
  const { of = "file" } = props;
  const hint = (
    <>
      {props.hint} {t(KINDS[of].hint, { size })}
    </>
  );
  const { box, control } = useControl({ ...props, hint, problem: problem ? t(`files.problem.${problem}`, { size }) : undefined });
  // A file that was sent before need not be sent again: no file is ever required.
  const { defaultValue: _value, required: _required, ...rest } = control;
  const onChange = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    const [chosen] = currentTarget.files ?? [];
    if (!chosen) return;
    const wrong = problemOf(chosen, props.most, of);
    setProblem(wrong);
    // What is refused anyhow would only take long to send, with all the rest of the form.
    if (wrong) currentTarget.value = "";
    else props.onChosen?.(currentTarget);
  };
  return (
    <FieldBox {...box}>
      {props.children}
      <input {...rest} className={css.file} type="file" accept={KINDS[of].accept} onChange={onChange} />
    </FieldBox>
  );
}
