import type { ReactNode } from "react";
import { FieldBox, useControl } from "./fields";
import css from "./forms.module.css";

/** A file that holds text, read by the page that gets it and kept nowhere. */
export function TextFileField(props: { name: string; label: string; hint?: ReactNode; accept: string }) {
  const { box, control } = useControl({ ...props, optional: true });
  const { defaultValue: _value, ...rest } = control;
  return (
    <FieldBox {...box}>
      <input {...rest} className={css.file} type="file" accept={props.accept} />
    </FieldBox>
  );
}
